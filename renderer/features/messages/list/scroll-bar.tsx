import { type KeyboardEvent, type PointerEvent, useMemo, useRef, useState } from "react";
import { useStore } from "zustand";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useText } from "../../../i18n/use-text.ts";
import type { ConversationScroll } from "./conversation-scroll.ts";
import styles from "./scroll-bar.module.css";

const LEAST_THUMB_PX = 28;
const ARROW_PX = 60;

/**
 * The bar of the whole history, beside a viewport whose own bar would only know the window. Dragging asks for places as fast as they
 * can be shown; the thumb stays under the pointer meanwhile.
 */
export function ScrollBar({ scroll, controlsId }: { readonly scroll: ConversationScroll; readonly controlsId: string }) {
	const say = useText();
	const language = useLanguage();
	const format = useMemo(() => new Intl.NumberFormat(language), [language]);
	const position = useStore(scroll.position);
	const track = useRef<HTMLDivElement>(null);
	const [trackPx, setTrackPx] = useState(0);
	const [dragged, setDragged] = useState<number | null>(null);
	const grip = useRef(0);

	const thumbPx = Math.min(trackPx, Math.max(LEAST_THUMB_PX, position.share * trackPx));
	const row = position.follows ? position.lastSeq : position.topSeq;
	const fraction = dragged ?? position.fraction;

	const drag = (event: PointerEvent) => {
		const top = track.current?.getBoundingClientRect().top ?? 0;
		const wanted = (event.clientY - top - grip.current) / Math.max(1, trackPx - thumbPx);
		const clamped = Math.min(1, Math.max(0, wanted));
		setDragged(clamped);
		scroll.jumpToFraction(clamped);
	};
	const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
		if (event.button !== 0) return;
		event.currentTarget.setPointerCapture(event.pointerId);
		const top = track.current?.getBoundingClientRect().top ?? 0;
		const at = event.clientY - top - fraction * (trackPx - thumbPx);
		grip.current = at >= 0 && at <= thumbPx ? at : thumbPx / 2;
		drag(event);
	};

	return (
		<div
			ref={(element) => {
				track.current = element;
				if (element === null) return;
				const resized = new ResizeObserver(() => setTrackPx(element.clientHeight));
				resized.observe(element);
				return () => resized.disconnect();
			}}
			className={styles["track"]}
			role="scrollbar"
			tabIndex={position.share >= 1 ? -1 : 0}
			hidden={position.share >= 1}
			aria-label={say("conversation.position")}
			aria-controls={controlsId}
			aria-orientation="vertical"
			aria-valuemin={position.firstSeq}
			aria-valuemax={position.lastSeq}
			aria-valuenow={row}
			aria-valuetext={say("conversation.positionText", {
				number: format.format(row),
				first: format.format(position.firstSeq),
				last: format.format(position.lastSeq),
			})}
			onPointerDown={onPointerDown}
			onPointerMove={(event) => (dragged === null ? undefined : drag(event))}
			onPointerUp={() => setDragged(null)}
			onPointerCancel={() => setDragged(null)}
			onKeyDown={(event) => runScrollKey(event, scroll)}
		>
			<div
				className={styles["thumb"]}
				style={{ height: `${thumbPx}px`, transform: `translateY(${fraction * Math.max(0, trackPx - thumbPx)}px)` }}
			/>
		</div>
	);
}

/** What the keys do that a viewport does not do by itself, and on the bar all of them. */
function runScrollKey(event: KeyboardEvent, scroll: ConversationScroll): void {
	const page = scroll.pagePx() * 0.9;
	const run: Readonly<Record<string, () => void>> = {
		Home: () => scroll.jumpToStart(),
		End: () => scroll.jumpToEnd(),
		ArrowUp: () => scroll.scrollBy(-ARROW_PX),
		ArrowDown: () => scroll.scrollBy(ARROW_PX),
		PageUp: () => scroll.scrollBy(-page),
		PageDown: () => scroll.scrollBy(page),
	};
	const own = run[event.key];
	if (own === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
	event.preventDefault();
	own();
}
