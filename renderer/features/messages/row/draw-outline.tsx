import { type CSSProperties, Fragment, type ReactNode } from "react";
import type { OutlineToken, PayloadOutline } from "../../../../shared/payload/outline-payload.ts";
import { countRanges, readHiddenRange, type TextRange } from "../../../../shared/payload/reveal-lines.ts";
import type { OutlineRow } from "../../../../shared/payload/select-outline-rows.ts";
import { joinClasses } from "../../../ui/join-classes.ts";
import highlightStyles from "./highlight.module.css";
import { drawRange } from "./highlight.tsx";
import styles from "./message-payload.module.css";
import type { MessageRowProps } from "./message-row-props.ts";

type Outline = Extract<PayloadOutline, { readonly lines: unknown }>;
type Look = Pick<MessageRowProps, "isCurrent" | "texts">;

const DEPTHS = Array.from({ length: 17 }, (_, depth) => ({ "--depth": depth }) as CSSProperties);

const KINDS: Readonly<Partial<Record<OutlineToken["kind"], string | undefined>>> = {
	key: styles["key"],
	string: styles["string"],
	number: styles["number"],
	literal: styles["literal"],
	rest: styles["rest"],
};

/**
 * The lines of a payload that are in sight, each with the line feed that ends it, which copies of it keep. `data-fold` is what the list
 * finds the folds by.
 */
export function drawOutline(
	outline: Outline,
	rows: readonly OutlineRow[],
	matches: readonly TextRange[],
	{ isCurrent, texts }: Look,
): ReactNode {
	const { kind, lines } = outline;
	const isTree = kind === "json" && lines.length > 1;
	const first = isCurrent ? rows.find(({ line }) => opensFold(outline, line))?.line : undefined;
	return (
		<div className={joinClasses(kind === "json" ? styles["code"] : styles["payload"], isTree && styles["tree"])}>
			{rows.map(({ line, isFolded, cutAt }, index) => {
				const own = lines[line];
				if (own === undefined) return null;
				return (
					<div key={line} className={styles["line"]} style={isTree ? DEPTHS[own.depth] : undefined}>
						{opensFold(outline, line) ? (
							<button
								type="button"
								className={styles["fold"]}
								aria-expanded={!isFolded}
								aria-label={texts.say("conversation.payload.part", { name: readName(outline, line), count: own.size })}
								tabIndex={line === first ? 0 : -1}
								data-fold={line}
							/>
						) : null}
						{drawTokens(outline, own.tokens, matches, isTree, cutAt)}
						{isFolded ? drawFolded(outline, line, matches, texts) : null}
						{cutAt === null ? null : " …"}
						{index === rows.length - 1 ? null : "\n"}
					</div>
				);
			})}
		</div>
	);
}

function opensFold({ lines }: Outline, line: number): boolean {
	return (lines[line]?.closesAt ?? line) > line;
}

function drawTokens(
	{ text }: Outline,
	tokens: readonly OutlineToken[],
	matches: readonly TextRange[],
	isTree: boolean,
	cutAt: number | null,
): ReactNode {
	return tokens.map(({ kind, from, to }, index) => {
		if (cutAt !== null && from >= cutAt) return null;
		const drawn = drawRange(text, matches, from, cutAt === null ? to : Math.min(to, cutAt));
		// On one line it stands as it came, with the spaces that it came with.
		const before = isTree || index === 0 ? "" : text.slice(tokens[index - 1]?.to ?? from, from);
		const after = isTree && kind === "colon" ? " " : "";
		const style = KINDS[kind];
		// Signs between values are as plain as the line, and cost no element.
		if (style === undefined) return typeof drawn === "string" ? before + drawn + after : [before, drawn, after];
		return (
			<Fragment key={from}>
				{before}
				<span className={style}>{drawn}</span>
			</Fragment>
		);
	});
}

/** What stands for the part that is folded away, and what follows its end. */
function drawFolded(outline: Outline, line: number, matches: readonly TextRange[], texts: Look["texts"]): ReactNode {
	const own = outline.lines[line];
	const closer = outline.lines[own?.closesAt ?? line];
	const { from, to } = readHiddenRange(outline.lines, line);
	const hidden = countRanges(matches, from, to);
	const endTokens = closer?.tokens[0]?.kind === "close" ? closer.tokens : [];
	return (
		<>
			<span className={styles["folded"]} data-fold={line}>
				{` … ${own?.size ?? 0} `}
				{hidden === 0 ? null : (
					<mark className={joinClasses(highlightStyles["match"], styles["hidden"])}>
						{texts.say("conversation.payload.matches", { count: hidden })}
					</mark>
				)}
			</span>
			{drawTokens(outline, endTokens, matches, true, null)}
		</>
	);
}

function readName({ text, lines }: Outline, line: number): string {
	const [first] = lines[line]?.tokens ?? [];
	return first === undefined ? "" : text.slice(first.from, first.to);
}
