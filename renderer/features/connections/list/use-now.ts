import { useEffect, useState } from "react";

/** The time of now, told anew every second while it is asked for. For countdowns: nothing else needs the page to render by itself. */
export function useNow(isAsked: boolean): number {
	const [now, setNow] = useState(() => Date.now());
	useEffect(() => {
		if (!isAsked) return;
		setNow(Date.now());
		const timer = setInterval(() => setNow(Date.now()), 1000);
		return () => clearInterval(timer);
	}, [isAsked]);
	return now;
}
