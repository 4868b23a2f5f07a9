/**
 * While an input method composes a character its keys are its own: Enter decides, the arrows choose, Escape takes back. None of them reaches
 * any handler of the page, so that no field, list or dialog has to ask. 229 is what some browsers call such a key when they say nothing
 * else of it: the Enter by which Safari ends a composition comes after its end.
 */
export function guardCompositions(page: Window): () => void {
	const guard = (event: KeyboardEvent) => {
		if (event.isComposing || event.keyCode === 229) event.stopImmediatePropagation();
	};
	page.addEventListener("keydown", guard, true);
	page.addEventListener("keyup", guard, true);
	return () => {
		page.removeEventListener("keydown", guard, true);
		page.removeEventListener("keyup", guard, true);
	};
}
