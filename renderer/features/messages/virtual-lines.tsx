import { useState } from "react";
import type { PayloadLines } from "../../../shared/payload/payload-lines.ts";
import styles from "./payload-view.module.css";

const LINE_PX = 18;
/** Room for a bar below. */
const BAR_PX = 16;
/** Browsers lay out no box higher than some 30 million pixels; beyond this the bar's way is stretched over more lines. */
const HIGHEST_PX = 10_000_000;

/** Lines of one height, any number of them, of which only those in sight exist. */
export function VirtualLines({ lines, label }: { readonly lines: PayloadLines; readonly label: string }) {
	const [view, setView] = useState({ scrollTop: 0, heightPx: 360 });
	const wholePx = lines.count * LINE_PX;
	const boxPx = Math.min(wholePx, HIGHEST_PX);
	const stretch = boxPx > view.heightPx ? Math.max(1, (wholePx - view.heightPx) / (boxPx - view.heightPx)) : 1;
	const top = Math.min(view.scrollTop, Math.max(0, boxPx - view.heightPx)) * stretch;
	const first = Math.floor(top / LINE_PX);
	const shown = Math.max(0, Math.min(lines.count - first, Math.ceil(view.heightPx / LINE_PX) + 1));
	return (
		<section
			ref={(element) => {
				if (element === null) return;
				const resized = new ResizeObserver(() => setView((before) => ({ ...before, heightPx: element.clientHeight })));
				resized.observe(element);
				return () => resized.disconnect();
			}}
			className={styles["lines"]}
			style={{ height: `min(${boxPx + BAR_PX}px, 24rem, 45vh)` }}
			aria-label={label}
			// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
			tabIndex={0}
			onScroll={(event) => {
				const { scrollTop } = event.currentTarget;
				setView((before) => ({ ...before, scrollTop }));
			}}
		>
			<div className={styles["whole"]} style={{ height: `${boxPx}px` }}>
				<pre className={styles["window"]} style={{ transform: `translateY(${-(top % LINE_PX)}px)` }}>
					{Array.from({ length: shown }, (_, index) => lines.read(first + index)).join("\n")}
				</pre>
			</div>
		</section>
	);
}
