import { parseArgs } from "node:util";

export type Arguments =
	| { readonly kind: "serve"; readonly port: number; readonly dataFolder: string | null; readonly shouldOpen: boolean }
	| { readonly kind: "help" }
	| { readonly kind: "version" }
	/** With the sentence to say. */
	| { readonly kind: "wrong"; readonly sentence: string };

export const DEFAULT_PORT = 8484;

export const HELP = `Parley, an MQTT client that shows connections as conversations: the browser mode.

  --port N      listen on port N of this machine; 0 takes any that is free (default ${DEFAULT_PORT})
  --data DIR    keep connections, history and log in DIR (default: the user's data folder)
  --no-open     do not open the browser
  --version     print the version
  --help        print this

The address that is printed holds a one-time code: it opens one browser, within ten minutes. Press Enter for a new one.`;

export function parseArguments(args: readonly string[]): Arguments {
	try {
		const { values } = parseArgs({
			args: [...args],
			options: {
				port: { type: "string" },
				data: { type: "string" },
				"no-open": { type: "boolean" },
				version: { type: "boolean" },
				help: { type: "boolean" },
			},
		});
		if (values.help === true) return { kind: "help" };
		if (values.version === true) return { kind: "version" };
		const port = values.port ?? String(DEFAULT_PORT);
		if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
			return { kind: "wrong", sentence: `"${port}" is no port: give a number from 0 to 65535.` };
		}
		if (values.data === "") return { kind: "wrong", sentence: "--data needs the name of a folder." };
		return {
			kind: "serve",
			port: Number(port),
			dataFolder: values.data ?? null,
			shouldOpen: values["no-open"] !== true,
		};
	} catch (error) {
		// Node's own sentence names the argument; what it adds about dashes would only confuse here.
		const [sentence] = (error instanceof Error ? error.message : String(error)).split(". ");
		return { kind: "wrong", sentence: `${sentence?.replace(/\.$/, "")}. See --help.` };
	}
}
