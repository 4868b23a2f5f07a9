/**
 * What the built desktop host imports as `electron` where Electron's program is not at hand. It keeps the documented rules that a host
 * can break (what must be called before `ready` and what after, that a main port transfers ports only and keeps messages until it is
 * started) and records what it is told. It shows nothing and enforces nothing: it proves what the host asks for, not what Chromium does.
 */
import { EventEmitter } from "node:events";
import { MessageChannel, type MessagePort } from "node:worker_threads";

export const record = {
	isReady: false,
	isSandboxEnabled: false,
	askedForLock: 0,
	privilegedSchemes: [] as unknown[],
	windows: [] as BrowserWindow[],
	menuRoles: [] as string[],
	errorBoxes: [] as string[],
	exitCode: null as number | null,
	schemeHandlers: new Map<string, (request: Request) => Response | Promise<Response>>(),
	checkPermission: null as ((contents: unknown, permission: string) => boolean) | null,
	requestPermission: null as ((contents: unknown, permission: string, answer: (granted: boolean) => void) => void) | null,
	checkDevice: null as (() => boolean) | null,
};

function needBefore(name: string): void {
	if (record.isReady) throw new Error(`${name} can only be called before the app is ready`);
}

function needReady(name: string): void {
	if (!record.isReady) throw new Error(`${name} can only be used after the app is ready`);
}

class App extends EventEmitter {
	#ready = Promise.withResolvers<void>();
	#isQuitting = false;

	requestSingleInstanceLock(): boolean {
		record.askedForLock += 1;
		return process.env["STAND_IN_SECOND_INSTANCE"] === undefined;
	}
	enableSandbox(): void {
		needBefore("app.enableSandbox");
		record.isSandboxEnabled = true;
	}
	whenReady(): Promise<void> {
		return this.#ready.promise;
	}
	/** The runner's: Electron does this once the main file has been evaluated, never before. */
	becomeReady(): void {
		record.isReady = true;
		this.#ready.resolve();
		this.emit("ready");
	}
	getPath(name: string): string {
		if (name !== "userData") throw new Error(`the stand-in has no folder for ${name}`);
		return process.env["STAND_IN_USER_DATA"] ?? "";
	}
	getVersion(): string {
		return "0.0.0-stand-in";
	}
	quit(): void {
		if (this.#isQuitting) return;
		this.#isQuitting = true;
		queueMicrotask(() => {
			this.#isQuitting = false;
			if (isPrevented(this, "before-quit")) return;
			for (const window of [...record.windows]) window.destroy();
			if (!isPrevented(this, "will-quit")) this.exit(0);
		});
	}
	exit(exitCode: number): void {
		record.exitCode = exitCode;
		this.emit("stand-in-exit");
	}
}

/** Emits a cancellable event and says whether a listener cancelled it. */
export function isPrevented(emitter: EventEmitter, name: string, fields: object = {}, ...values: readonly unknown[]): boolean {
	let isDefaultPrevented = false;
	const event = {
		...fields,
		preventDefault: () => {
			isDefaultPrevented = true;
		},
	};
	emitter.emit(name, event, ...values);
	return isDefaultPrevented;
}

export const app = new App();

export class WebContents extends EventEmitter {
	url = "";
	openHandler: ((details: { url: string }) => { action: string }) | null = null;
	posted: { readonly channel: string; readonly message: unknown; readonly ports: readonly MessagePort[] }[] = [];

	getURL(): string {
		return this.url;
	}
	setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
		this.openHandler = handler;
	}
	postMessage(channel: string, message: unknown, transfer: readonly MessagePortMain[] = []): void {
		this.posted.push({ channel, message, ports: transfer.map((port) => port.detach()) });
		this.emit("stand-in-posted");
	}
}

export class BrowserWindow extends EventEmitter {
	readonly webContents = new WebContents();
	readonly options: unknown;
	isShown = false;

	static getAllWindows(): BrowserWindow[] {
		return [...record.windows];
	}
	constructor(options: unknown) {
		super();
		needReady("BrowserWindow");
		this.options = options;
		record.windows.push(this);
		app.emit("web-contents-created", {}, this.webContents);
	}
	loadURL(url: string): Promise<void> {
		this.webContents.url = url;
		return Promise.resolve();
	}
	show(): void {
		this.isShown = true;
	}
	focus(): void {
		this.emit("stand-in-focused");
	}
	isMinimized(): boolean {
		return false;
	}
	restore(): void {}
	destroy(): void {
		record.windows.splice(record.windows.indexOf(this), 1);
		this.emit("closed");
		if (record.windows.length === 0) app.emit("window-all-closed");
	}
}

/** The main process's end of a channel: Node's events, a queue until `start`, and no transfer but of ports. */
class MessagePortMain extends EventEmitter {
	readonly #port: MessagePort;

	constructor(port: MessagePort) {
		super();
		this.#port = port;
	}
	start(): void {
		this.#port.on("message", (data: unknown) => this.emit("message", { data, ports: [] }));
		this.#port.on("close", () => this.emit("close"));
	}
	postMessage(message: unknown, transfer: readonly unknown[] = []): void {
		if (transfer.some((item) => !(item instanceof MessagePortMain))) throw new TypeError("Port at index 0 is not a valid port");
		this.#port.postMessage(message);
	}
	close(): void {
		this.#port.close();
	}
	/** The stand-in's: the port itself, when it is handed to a page. */
	detach(): MessagePort {
		return this.#port;
	}
}

export class MessageChannelMain {
	readonly port1: MessagePortMain;
	readonly port2: MessagePortMain;

	constructor() {
		const { port1, port2 } = new MessageChannel();
		this.port1 = new MessagePortMain(port1);
		this.port2 = new MessagePortMain(port2);
	}
}

export const protocol = {
	registerSchemesAsPrivileged(schemes: unknown[]): void {
		needBefore("protocol.registerSchemesAsPrivileged");
		record.privilegedSchemes.push(...schemes);
	},
	handle(scheme: string, handler: (request: Request) => Response | Promise<Response>): void {
		needReady("protocol.handle");
		record.schemeHandlers.set(scheme, handler);
	},
};

const defaultSession = Object.assign(new EventEmitter(), {
	setPermissionCheckHandler: (handler: typeof record.checkPermission) => {
		record.checkPermission = handler;
	},
	setPermissionRequestHandler: (handler: typeof record.requestPermission) => {
		record.requestPermission = handler;
	},
	setDevicePermissionHandler: (handler: typeof record.checkDevice) => {
		record.checkDevice = handler;
	},
});

export const session = {
	get defaultSession() {
		needReady("session.defaultSession");
		return defaultSession;
	},
};

export const Menu = {
	buildFromTemplate: (template: readonly { readonly role?: string }[]) => template,
	setApplicationMenu(template: readonly { readonly role?: string }[]): void {
		record.menuRoles = template.map((item) => item.role ?? "");
	},
};

export const dialog = {
	showErrorBox: (title: string, content: string) => void record.errorBoxes.push(`${title}: ${content}`),
};

/** No cipher, but not the plain text either; which backend it claims to be is the test's choice. */
export const safeStorage = {
	async isAsyncEncryptionAvailable(): Promise<boolean> {
		needReady("safeStorage");
		return true;
	},
	getSelectedStorageBackend: () => process.env["STAND_IN_KEYCHAIN"] ?? "gnome_libsecret",
	encryptStringAsync: async (text: string) => Buffer.from(text, "utf8").map((byte) => byte ^ 0xa5),
	decryptStringAsync: async (bytes: Uint8Array) => ({
		shouldReEncrypt: false,
		result: Buffer.from(bytes.map((byte) => byte ^ 0xa5)).toString("utf8"),
	}),
};
