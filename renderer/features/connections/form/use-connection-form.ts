import { useMemo, useState } from "react";
import type { ConnectionDraft, ConnectionProfile } from "../../../../shared/model/connection.ts";
import type { Failure } from "../../../../shared/model/failure.ts";
import { formatFailure } from "../../../i18n/format-failure.ts";
import { formatRule } from "../../../i18n/format-rule.ts";
import type { SayText } from "../../../i18n/use-text.ts";
import { useAfterPress } from "../dialogs/use-after-press.ts";
import { type ConnectionForm, createConnectionForm, readConnectionForm } from "./connection-form.ts";
import type { FormPartProps } from "./form-section.tsx";
import { readFieldProblems, readForm } from "./read-form.ts";

export interface ConnectionFormHandle extends FormPartProps {
	/** Every field may show its error from now on. The draft, or the names of the fields that break a rule. */
	readonly submit: () => { readonly draft: ConnectionDraft } | { readonly wrongFields: ReadonlySet<string> };
	/** What the engine had against it: said at its fields where it names any. */
	readonly refuse: (failure: Failure) => void;
	/** A refusal that belongs to no field. */
	readonly refusal: Failure | null;
	/** Something would be lost by closing it. */
	readonly isChanged: boolean;
}

/** The form's state: what is typed, where the person has been, and what the engine refused. Checked anew at each change. */
export function useConnectionForm(
	say: SayText,
	profile: ConnectionProfile | null,
	takenNames: ReadonlySet<string>,
): ConnectionFormHandle {
	const [first] = useState<ConnectionForm>(() =>
		profile === null ? createConnectionForm(takenNames) : readConnectionForm(profile),
	);
	const [form, setForm] = useState(first);
	const afterPress = useAfterPress();
	const [touched, setTouched] = useState<ReadonlySet<string> | "all">(new Set<string>());
	const [refused, setRefused] = useState<{ readonly failure: Failure; readonly form: ConnectionForm } | null>(null);
	const checked = useMemo(() => readForm(form), [form]);
	const problems = readFieldProblems(checked.ok ? [] : (checked.failure.problems ?? []));
	// A refusal holds for what was sent; with the next change it is history.
	const refusal = refused !== null && refused.form === form ? refused.failure : null;
	const refusedProblems = readFieldProblems(refusal?.problems ?? []);
	const isNameTaken = takenNames.has(form.name.trim()) || refusal?.code === "name-taken";
	const mayShow = (field: string) => touched === "all" || touched.has(field);

	return {
		form,
		change: setForm,
		touch: (field) => afterPress(() => setTouched((before) => (before === "all" ? before : new Set(before).add(field)))),
		errorOf(field) {
			const problem = refusedProblems.get(field) ?? problems.get(field);
			if (problem !== undefined && mayShow(field)) return formatRule(say, problem);
			if (field === "name" && isNameTaken && mayShow(field)) return say("form.nameTaken");
			if (field === "clientId" && refusal?.code === "client-id-needed") return formatFailure(say, refusal).message;
			return null;
		},
		submit() {
			setTouched("all");
			const wrongFields = new Set(problems.keys());
			if (isNameTaken) wrongFields.add("name");
			return checked.ok && wrongFields.size === 0 ? { draft: checked.value } : { wrongFields };
		},
		refuse: (failure) => setRefused({ failure, form }),
		refusal: refusal === null || ["name-taken", "client-id-needed", "invalid-input"].includes(refusal.code) ? null : refusal,
		isChanged: JSON.stringify(form) !== JSON.stringify(first),
	};
}
