/**
 * What is measured inside the page: frames, long tasks, key presses, and how old the newest message on the screen is. The functions
 * run in the page; they take and return plain data only.
 */

export interface ProbeResult {
	readonly frameMs: readonly number[];
	readonly longTaskMs: readonly number[];
	readonly keyToPaintMs: readonly number[];
	readonly newestAgeMs: readonly number[];
}

declare global {
	interface Window {
		parleyProbe?: { result: { [Name in keyof ProbeResult]: number[] }; lastNumber: number; isRunning: boolean };
	}
}

/** Begins to measure; what was measured before is forgotten. */
export function startProbe(): void {
	const result = {
		frameMs: [] as number[],
		longTaskMs: [] as number[],
		keyToPaintMs: [] as number[],
		newestAgeMs: [] as number[],
	};
	const probe = { result, lastNumber: -1, isRunning: true };
	if (window.parleyProbe !== undefined) window.parleyProbe.isRunning = false;
	window.parleyProbe = probe;
	new PerformanceObserver((list) => {
		if (probe.isRunning) for (const entry of list.getEntries()) result.longTaskMs.push(entry.duration);
	}).observe({ type: "longtask" });
	window.addEventListener(
		"keydown",
		(event) => {
			if (!probe.isRunning) return;
			// The task after the next frame: by then the frame with the key's effect has been produced.
			requestAnimationFrame(() => {
				const channel = new MessageChannel();
				channel.port1.onmessage = () => result.keyToPaintMs.push(performance.now() - event.timeStamp);
				channel.port2.postMessage(null);
			});
		},
		{ capture: true },
	);
	let before = 0;
	const onFrame = (now: number): void => {
		if (!probe.isRunning) return;
		if (before !== 0) result.frameMs.push(now - before);
		before = now;
		const articles = document.querySelectorAll("[role=log] article, [role=log] [role=article]");
		const text = articles[articles.length - 1]?.textContent ?? "";
		const sentAt = /"t":\s*(\d+)/.exec(text)?.[1];
		probe.lastNumber = Number(/"n":\s*(\d+)/.exec(text)?.[1] ?? -1);
		if (sentAt !== undefined) result.newestAgeMs.push(Date.now() - Number(sentAt));
		requestAnimationFrame(onFrame);
	};
	requestAnimationFrame(onFrame);
}

export function readProbe(): ProbeResult {
	const probe = window.parleyProbe;
	if (probe === undefined) throw new Error("the probe was not started");
	probe.isRunning = false;
	return probe.result;
}
