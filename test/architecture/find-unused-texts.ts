/**
 * Which of the page's texts nobody says. Sources are read as syntax, so that neither a comment nor a part of a longer word counts. What is
 * found is names: that every name that is said exists, and in every language, is the compiler's.
 */
import { parseSync } from "@swc/core";
import type { TextFamily } from "./text-families.ts";

export interface TextFindings {
	/** Keys that no source says, neither whole nor as a member of a family. */
	readonly unused: readonly string[];
	/** Composed keys that no family stands for, as `file: key`. */
	readonly unlisted: readonly string[];
	/** Families that no source composes. */
	readonly stale: readonly string[];
}

interface SourceWords {
	readonly literals: ReadonlySet<string>;
	/** Template literals with one thing filled in, which the `*` stands for. */
	readonly composed: readonly string[];
}

/** `sources`: text by path. `keys`: dotted paths, plurals with their `_one` and `_other`. */
export function findUnusedTexts(
	keys: readonly string[],
	sources: ReadonlyMap<string, string>,
	families: readonly TextFamily[],
): TextFindings {
	const words = new Map([...sources].map(([path, text]) => [path, readWords(text, path)]));
	const isPage = (path: string) => path.startsWith("renderer/");
	const said = new Set([...words].flatMap(([path, { literals }]) => (isPage(path) ? [...literals] : [])));
	const names = [...new Set(keys.map((key) => key.replace(/_(one|other)$/, "")))];
	const composed = [...words].flatMap(([path, own]) =>
		isPage(path)
			? own.composed.filter((key) => names.some((name) => matchMember(key, name) !== null)).map((key) => ({ path, key }))
			: [],
	);

	const isNamed = (member: string, { namedIn }: TextFamily) =>
		namedIn === null ||
		[...words].some(
			([path, { literals }]) =>
				literals.has(member) && namedIn.some((place) => (place.endsWith("/") ? path.startsWith(place) : path === place)),
		);
	const isUsed = (name: string) =>
		said.has(name) ||
		families.some((family) => {
			const member = matchMember(family.key, name);
			return member !== null && isNamed(member, family);
		});
	return {
		unused: names.filter((name) => !isUsed(name)),
		unlisted: composed
			.filter(({ key }) => families.every((family) => family.key !== key))
			.map(({ path, key }) => `${path}: ${key}`),
		stale: families.filter((family) => composed.every(({ key }) => key !== family.key)).map((family) => family.key),
	};
}

/** What stands for the `*`; null = the name is not of this family. One level, so that `broker.*` is not all below it. */
function matchMember(family: string, name: string): string | null {
	const [before = "", after = ""] = family.split("*");
	if (!before.endsWith(".") || !name.startsWith(before) || !name.endsWith(after) || name.length <= before.length + after.length)
		return null;
	const member = name.slice(before.length, name.length - after.length);
	return member.includes(".") ? null : member;
}

function readWords(text: string, path: string): SourceWords {
	const literals = new Set<string>();
	const composed: string[] = [];
	visit(parseSync(text, { syntax: "typescript", tsx: path.endsWith("x") }));
	return { literals, composed };

	function visit(node: unknown): void {
		if (Array.isArray(node)) {
			for (const child of node) visit(child);
		} else if (typeof node === "object" && node !== null) {
			const { type, value, quasis } = node as { type?: unknown; value?: unknown; quasis?: readonly { cooked: string }[] };
			if (type === "StringLiteral" && typeof value === "string") literals.add(value);
			if (type === "TemplateLiteral" && quasis !== undefined && quasis.length === 2) {
				composed.push(quasis.map(({ cooked }) => cooked).join("*"));
			}
			visit(Object.values(node));
		}
	}
}
