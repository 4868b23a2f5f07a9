/** The folders of the list of connections. What becomes of them returns by the connections' feed. */
import { z } from "zod";
import { checkName } from "./connection.ts";
import { recordId, textField } from "./field.ts";
import { command } from "./spec.ts";

const name = textField(checkName);
const parentId = recordId.nullable();

export const folderCommands = {
	"folder.create": command<{ readonly id: string }>()(z.strictObject({ parentId, name })),
	"folder.rename": command<null>()(z.strictObject({ id: recordId, name })),
	/** Into this folder, before that folder of it; null = behind its last. */
	"folder.move": command<null>()(z.strictObject({ id: recordId, parentId, beforeId: recordId.nullable() })),
	/** Every folder and every connection in it goes with it, and their histories. */
	"folder.remove": command<null>()(z.strictObject({ id: recordId })),
};
