/**
 * Who may import whom: an allow-list. What no line below allows is an error, and so is every cycle. Rooms are folders; a room's own
 * files may always import each other. Plain JavaScript, because the checker loads it by itself.
 *
 * TypeScript 7 has no programming interface yet, so the sources are read with swc, which sees type imports as well.
 */

/** Folders by name, as patterns that start at the project's root. */
const room = {
	model: "^shared/model/",
	topic: "^shared/topic/",
	payload: "^shared/payload/",
	link: "^shared/link/",
	contract: "^shared/contract/",

	engineFiles: "^electron/engine/[^/]+$",
	session: "^electron/engine/session/",
	history: "^electron/engine/history/",
	/** The lock is the database's own, and a host takes it before there is an engine. */
	claim: "^electron/engine/history/claim-folder\\.ts$",
	engineFeed: "^electron/engine/feed/",
	profiles: "^electron/engine/profiles/",
	localBroker: "^electron/engine/local-broker/",
	commands: "^electron/engine/commands/",
	websocket: "^electron/websocket/",
	desktop: "^electron/desktop/",
	web: "^electron/web/",
	nodeEntries: "^electron/(main|serve)\\.ts$",
	preload: "^electron/preload\\.ts$",
	environment: "^electron/clear-environment\\.ts$",

	pageEntries: "^renderer/(desktop|web)\\.tsx$",
	/** Joins a host with the page's parts, for either entry. */
	mount: "^renderer/mount\\.tsx$",
	host: "^renderer/host/",
	state: "^renderer/state/",
	pageFeed: "^renderer/feed/",
	actions: "^renderer/actions/",
	features: "^renderer/features/",
	ui: "^renderer/ui/",
	i18n: "^renderer/i18n/",
	app: "^renderer/app/",

	build: "^build/",
	test: "^test/",
};

const shared = [room.model, room.topic, room.payload, room.link, room.contract];
const nodeModules = { dependencyTypes: ["core"] };

function library(...names) {
	return names.map((name) => `(^|/)node_modules/${name}/`);
}

/** Each room and what it may import besides itself. */
const arrows = [
	[room.model, []],
	[room.topic, [room.model]],
	[room.payload, [room.model, ...library("diff")]],
	[room.link, [...library("@msgpack/msgpack")]],
	[room.contract, [room.model, room.topic, room.link, ...library("zod")]],

	[room.engineFiles, [...shared, room.session, room.history, room.engineFeed, room.profiles, room.localBroker, room.commands]],
	[
		room.session,
		[
			...shared,
			room.engineFiles,
			room.history,
			room.websocket,
			...library("mqtt", "mqtt-packet", "@mongodb-js/saslprep", "socks"),
		],
	],
	[room.history, [...shared, room.engineFiles, ...library("@msgpack/msgpack")]],
	[room.engineFeed, [...shared, room.engineFiles, room.session, room.history, room.profiles, room.localBroker]],
	[room.profiles, [...shared, room.engineFiles, ...library("zod")]],
	[room.localBroker, [...shared, room.engineFiles, room.websocket, ...library("aedes", "aedes-persistence")]],
	[room.commands, [...shared, room.engineFiles, room.session, room.history, room.engineFeed, room.profiles, room.localBroker]],
	[room.websocket, [room.model, ...library("ws", "@types/ws")]],
	[room.desktop, [room.link, room.contract, room.model, room.engineFiles, room.claim, ...library("electron")]],
	[room.web, [room.link, room.contract, room.model, room.engineFiles, room.claim, room.websocket, ...library("open")]],
	[room.nodeEntries, [room.environment, room.desktop, room.web]],
	[room.preload, library("electron")],

	[
		room.ui,
		library(
			...["react", "react-dom", "@types/react", "@types/react-dom", "@base-ui/react", "lucide-react", "@lezer/highlight"],
			...["commands", "lang-json", "language", "lint", "state", "view"].map((part) => `@codemirror/${part}`),
		),
	],
	[room.i18n, [room.model, ...library("i18next", "react-i18next", "react", "@types/react")]],
	[room.host, shared],
	[room.state, [...shared, room.host, room.i18n, ...library("zustand", "react", "@types/react")]],
	[room.pageFeed, [...shared, room.host, room.state, ...library("react", "@types/react")]],
	[
		room.actions,
		[...shared, room.host, room.state, room.pageFeed, room.i18n, ...library("lucide-react", "react", "@types/react")],
	],
	[
		room.features,
		[
			...shared,
			room.host,
			room.state,
			room.pageFeed,
			room.actions,
			room.ui,
			room.i18n,
			...library(
				"fuzzysort",
				"react",
				"@types/react",
				"react-dom",
				"@types/react-dom",
				"lucide-react",
				"react-i18next",
				"zustand",
			),
		],
	],
	[
		room.app,
		[
			...shared,
			room.host,
			room.state,
			room.pageFeed,
			room.actions,
			room.features,
			room.ui,
			room.i18n,
			...library("react", "@types/react", "react-dom", "@types/react-dom", "lucide-react", "i18next", "react-i18next", "zustand"),
		],
	],
	[
		room.mount,
		[room.host, room.state, room.pageFeed, room.i18n, room.ui, room.app, ...library("react", "react-dom", "@types/react-dom")],
	],
	[room.pageEntries, [room.host, room.mount]],
];

/** A room whose sub-folders are strangers to each other: features, each seeing itself alone. */
const FEATURE = "^renderer/features/([^/]+)/";

/** Rooms that may use Node's own modules. */
const withNode = [
	room.engineFiles,
	room.session,
	room.history,
	room.engineFeed,
	room.profiles,
	room.localBroker,
	room.commands,
	room.websocket,
	room.desktop,
	room.web,
	room.nodeEntries,
	room.environment,
	room.build,
	room.test,
];

/** A library, and the one room that may know it. */
const doors = [
	["electron", "^electron/(main\\.ts$|preload\\.ts$|desktop/)"],
	["mqtt", room.session],
	["mqtt-packet", room.session],
	["@mongodb-js/saslprep", room.session],
	["@mongodb-js/saslprep", room.session],
	["socks", room.session],
	["ws", room.websocket],
	["aedes", room.localBroker],
];

export default {
	forbidden: [
		{ name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
		{ name: "nothing-unresolved", severity: "error", from: {}, to: { couldNotResolve: true } },
		{
			name: "features-are-strangers",
			severity: "error",
			from: { path: FEATURE },
			to: { path: FEATURE, pathNot: "^renderer/features/$1/" },
		},
		...doors.map(([name, inside]) => ({
			name: `one-door-${name}`,
			severity: "error",
			from: { pathNot: [inside, room.test, room.build, "(^|/)node_modules/"] },
			to: { path: [`(^|/)node_modules/${name}/`, `^${name}$`] },
		})),
		{
			name: "one-door-database",
			severity: "error",
			from: { pathNot: [room.history, room.test] },
			to: { path: "^(node:)?sqlite$" },
		},
	],
	allowed: [
		...arrows.map(([from, to]) => ({ from: { path: from }, to: { path: [from, ...to] } })),
		...withNode.map((from) => ({ from: { path: from }, to: nodeModules })),
		{ from: { path: room.build }, to: { path: [room.build, "(^|/)node_modules/", "^package\\.json$"] } },
		{ from: { path: room.test }, to: {} },
	],
	allowedSeverity: "error",
	options: {
		parser: "swc",
		doNotFollow: { path: "(^|/)node_modules/" },
		exclude: { path: ["^out/", "\\.css$"] },
		enhancedResolveOptions: {
			exportsFields: ["exports"],
			conditionNames: ["import", "node", "default", "types"],
			extensions: [".ts", ".tsx", ".mjs", ".js", ".cjs", ".json", ".d.ts"],
		},
		builtInModules: { add: ["node:sqlite"] },
	},
};
