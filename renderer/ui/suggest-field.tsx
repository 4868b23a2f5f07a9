import { ChevronDown } from "lucide-react";
import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from "react";
import floatStyles from "./float.module.css";
import styles from "./suggest-field.module.css";
import { SuggestList } from "./suggest-list.tsx";
import type { Suggestion } from "./suggestion.ts";

export interface SuggestFieldProps {
	readonly label: string;
	readonly value: string;
	readonly onChange: (value: string) => void;
	/** Best first, and no more than are worth looking at. Asked only while the list is open. */
	readonly suggest: (typed: string) => readonly Suggestion[];
	/** What the list is called, and the button that opens it. */
	readonly listLabel: string;
	/** What stands there when somebody opens the list and it has nothing. */
	readonly emptyText: string;
	readonly placeholder?: string | undefined;
	/** The element that says what is wrong with the text; null = nothing is. */
	readonly errorId: string | null;
}

/** `asked`: by the arrow keys or the button, so that an empty list says that it is one. */
type Opening = "closed" | "typed" | "asked";

/**
 * One line of monospaced text, its name inside the field, with suggestions; any other text is as good. The widgets' own combobox hides
 * the rest of the page from screen readers while its list is open, which a field that one only types through must not do.
 */
export function SuggestField({ label, value, onChange, suggest, listLabel, emptyText, placeholder, errorId }: SuggestFieldProps) {
	const id = useId();
	const input = useRef<HTMLInputElement>(null);
	const group = useRef<HTMLDivElement>(null);
	const blank = useRef<Suggestion["blank"]>(undefined);
	const [opening, setOpening] = useState<Opening>("closed");
	const [active, setActive] = useState(-1);
	const items = opening === "closed" ? [] : suggest(value);
	const isOpen = opening === "asked" || items.length > 0;

	// biome-ignore lint/correctness/useExhaustiveDependencies: the text that was taken is in the field after this rendering
	useLayoutEffect(() => {
		if (blank.current === undefined) return;
		input.current?.setSelectionRange(blank.current.from, blank.current.to);
		blank.current = undefined;
	}, [value]);

	const show = (next: Opening, nextActive = -1) => {
		setOpening(next);
		setActive(nextActive);
	};
	const take = (item: Suggestion) => {
		blank.current = item.blank;
		onChange(item.value);
		show("closed");
		input.current?.focus();
	};
	const step = (by: 1 | -1) => {
		if (!isOpen) return show("asked", 0);
		// One place more than there are items: the field itself.
		setActive(((active + 1 + by + items.length + 1) % (items.length + 1)) - 1);
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
		const chosen = items[active];
		if (event.key === "ArrowDown") step(1);
		else if (event.key === "ArrowUp") step(-1);
		else if (event.key === "Escape" && isOpen) show("closed");
		else if (event.key === "Enter" && chosen !== undefined) take(chosen);
		else return;
		event.preventDefault();
		event.stopPropagation();
	};

	return (
		<div ref={group} className={styles["group"]} data-invalid={errorId === null ? undefined : true}>
			<label className={styles["label"]} htmlFor={id}>
				{label}
			</label>
			<input
				ref={input}
				id={id}
				className={styles["input"]}
				role="combobox"
				aria-expanded={isOpen}
				aria-controls={isOpen ? `${id}-list` : undefined}
				aria-activedescendant={active === -1 ? undefined : `${id}-${active}`}
				aria-autocomplete="list"
				aria-invalid={errorId === null ? undefined : true}
				aria-describedby={errorId ?? undefined}
				value={value}
				onChange={(event) => {
					onChange(event.currentTarget.value);
					show("typed");
				}}
				onKeyDown={onKeyDown}
				onBlur={() => show("closed")}
				placeholder={placeholder}
				autoComplete="off"
				autoCorrect="off"
				autoCapitalize="off"
				spellCheck={false}
			/>
			<button
				type="button"
				className={styles["trigger"]}
				aria-label={listLabel}
				title={listLabel}
				// The arrow keys do the same from the field.
				tabIndex={-1}
				onPointerDown={(event) => event.preventDefault()}
				onClick={() => {
					input.current?.focus();
					show(isOpen ? "closed" : "asked");
				}}
			>
				<ChevronDown className={floatStyles["icon"]} aria-hidden={true} />
			</button>
			{isOpen ? (
				<SuggestList id={id} label={listLabel} anchor={group} items={items} active={active} emptyText={emptyText} onTake={take} />
			) : null}
		</div>
	);
}
