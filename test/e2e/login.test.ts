/** W6: a broker that asks who one is; and the password, which is nowhere but where it is needed. */
import { execFileSync } from "node:child_process";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { launchMosquitto } from "../support/launch-mosquitto.ts";
import { expect, test } from "./support/brokers.ts";

const PASSWORD = "correct horse battery staple";

test("without a login the refusal is told in words, with it the connection opens, and the password is in no file", async ({
	conversation,
	page,
	parley,
	mosquitto,
}) => {
	const passwords = join(mosquitto.folder, "passwords");
	await writeFile(passwords, `ann:${PASSWORD}\n`);
	execFileSync("mosquitto_passwd", ["-U", passwords]);
	const guarded = await launchMosquitto({ config: ["allow_anonymous false", `password_file ${passwords}`] });
	await conversation.tryNew({ name: "Guarded", host: guarded.host, port: guarded.port });
	await expect(conversation.failure).toContainText("The broker refused the connection: not authorised (0x87).");
	await conversation.openEditForm();
	await conversation.fillForm({ username: "ann", password: PASSWORD });
	await conversation.form.getByRole("button", { name: "Save and connect" }).click();
	await expect(conversation.status).toHaveText("Connected");
	await conversation.publish({ topic: "t", payload: "hello" });

	const kept = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage, document.documentElement.outerHTML]));
	expect(kept).not.toContain(PASSWORD);
	await parley.stop();
	const files = (await readdir(parley.dataFolder, { recursive: true, withFileTypes: true })).filter((file) => file.isFile());
	expect(files.map(({ name }) => name)).toContain("profiles.json");
	const needles = (["utf8", "base64", "hex", "utf16le"] as const).map((encoding) =>
		encoding === "utf16le" ? Buffer.from(PASSWORD, encoding) : Buffer.from(Buffer.from(PASSWORD).toString(encoding)),
	);
	for (const { name, parentPath } of files) {
		const content = await readFile(join(parentPath, name));
		for (const needle of needles) expect(content.includes(needle), name).toBe(false);
	}
	await guarded.close();
});
