/** W5: each way to a broker, what is wrong with it in words, and the way out. With certificates of the test's own authority. */
import { X509Certificate } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { findFreePort } from "../support/find-free-port.ts";
import { launchMosquitto, type Mosquitto } from "../support/launch-mosquitto.ts";
import {
	type CertificateAuthority,
	type IssuedCertificate,
	openCertificateAuthority,
} from "../support/open-certificate-authority.ts";
import { test as base, expect } from "./support/brokers.ts";
import { choose } from "./support/conversation-page.ts";
import { findViolations } from "./support/find-violations.ts";

interface Certificates {
	readonly ca: CertificateAuthority;
	readonly server: IssuedCertificate;
	launch(...config: string[]): Promise<Mosquitto>;
}

const test = base.extend<{ readonly tls: Certificates }>({
	// biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from the pattern.
	tls: async ({}, use) => {
		const ca = await openCertificateAuthority("Own CA");
		const server = await ca.issue("broker");
		const brokers: Mosquitto[] = [];
		const launch = async (...config: string[]) => {
			const broker = await launchMosquitto({
				config: [`certfile ${server.certificateFile}`, `keyfile ${server.keyFile}`, ...config],
			});
			brokers.push(broker);
			return broker;
		};
		await use({ ca, server, launch });
		await Promise.all([...brokers, ca].map((each) => each.close()));
	},
});

/** Through the input behind the button that opens the file dialog. */
async function chooseFile(page: Page, field: string, file: string): Promise<void> {
	await page.getByLabel(`${field}: From a file…`, { exact: true }).setInputFiles(file);
}

test("mqtts: a certificate of an unknown authority is refused and shown; with the CA file it is accepted", async ({
	conversation,
	page,
	tls,
}) => {
	const { port } = await tls.launch();
	await conversation.tryNew({ name: "Secure", protocol: "mqtts", host: "localhost", port });
	await expect(conversation.failure).toContainText("signed by an authority that this machine does not trust");
	await conversation.failure.getByRole("button", { name: "Show certificate…" }).click();
	const shown = page.getByRole("dialog", { name: "The server's certificate" });
	const own = shown.getByRole("region", { name: "The server itself" });
	await expect(own).toContainText("CN=broker");
	await expect(own).toContainText("CN=Own CA");
	await expect(own).toContainText("DNS:localhost");
	await expect(own).toContainText(tls.server.fingerprint);
	expect(await findViolations(page)).toEqual([]);
	await shown.getByRole("button", { name: "Cancel" }).click();

	await conversation.openEditForm();
	const der = join(tls.ca.folder, "ca.der");
	await writeFile(der, new X509Certificate(tls.ca.certificate).raw);
	await chooseFile(page, "CA certificates", tls.server.keyFile);
	await expect(conversation.form.getByRole("alert")).toHaveText(/ holds no certificate\.$/);
	await chooseFile(page, "CA certificates", der);
	await expect(conversation.form.getByRole("textbox", { name: "CA certificates" })).toHaveValue(/BEGIN CERTIFICATE/);
	await conversation.form.getByRole("button", { name: "Save and connect" }).click();
	await expect(conversation.status).toHaveText("Connected");
});

test("a certificate can be trusted alone; when another takes its place, that is told", async ({ conversation, page, tls }) => {
	const broker = await tls.launch();
	await conversation.tryNew({ name: "Pinned", protocol: "mqtts", host: broker.host, port: broker.port });
	await conversation.failure.getByRole("button", { name: "Show certificate…" }).click();
	await page.getByRole("button", { name: "Trust this certificate" }).click();
	await expect(conversation.status).toHaveText("Connected");
	await conversation.disconnect();

	const renewed = await tls.ca.issue("broker");
	await broker.stop();
	await writeFile(tls.server.certificateFile, renewed.certificate);
	await writeFile(tls.server.keyFile, renewed.key);
	await broker.start();
	await conversation.main.getByRole("button", { name: "Connect", exact: true }).click();
	await expect(conversation.failure).toContainText("The server's certificate changed");
	await conversation.openEditForm();
	const pin = conversation.form.getByLabel("Only the trusted certificate is accepted");
	await expect(pin).toHaveAccessibleDescription(new RegExp(tls.server.fingerprint));
	await pin.uncheck();
	await conversation.form.getByLabel("Verify the server's certificate").uncheck();
	await conversation.form.getByRole("button", { name: "Save and connect" }).click();
	await expect(conversation.status).toHaveText("Connected");
	await expect(conversation.main.getByText("Server not verified")).toBeVisible();
});

test("mutual TLS: without a client certificate refused with the reason, with it connected; a wrong key is told at its field", async ({
	conversation,
	page,
	tls,
}) => {
	const { port } = await tls.launch(`cafile ${tls.ca.certificateFile}`, "require_certificate true");
	const [client, other] = [await tls.ca.issue("client"), await tls.ca.issue("other")];
	await conversation.tryNew({ name: "Mutual", protocol: "mqtts", host: "localhost", port });
	await conversation.openEditForm();
	await chooseFile(page, "CA certificates", tls.ca.certificateFile);
	await conversation.form.getByRole("button", { name: "Save and connect" }).click();
	await expect(conversation.failure).toContainText("The broker asks for a client certificate");
	await conversation.openEditForm();
	await choose(conversation.form, "Client certificate", "Certificate and key");
	await chooseFile(page, "Certificate", client.certificateFile);
	await chooseFile(page, "Private key", other.keyFile);
	await conversation.form.getByRole("button", { name: "Save and connect" }).click();
	const key = conversation.form.getByRole("textbox", { name: "Private key" });
	await expect(key).toHaveAccessibleDescription(/This key does not belong to the certificate/);
	await expect(key).toBeFocused();
	await chooseFile(page, "Private key", client.keyFile);
	await conversation.form.getByRole("button", { name: "Save and connect" }).click();
	await expect(conversation.status).toHaveText("Connected");
	await conversation.openEditForm();
	await expect(key).toHaveValue("");
	await expect(key).toHaveAttribute("placeholder", "Set. Choose or paste another to replace it.");
});

test("ws and wss connect, with headers; a wrong path says so with the HTTP status", async ({
	conversation,
	page,
	tls,
	mosquitto,
}) => {
	await conversation.openForm();
	await conversation.fillForm({ name: "Web", protocol: "ws", host: mosquitto.host, port: mosquitto.webSocketPort ?? 0 });
	await conversation.form.getByRole("button", { name: "Add header" }).click();
	await conversation.form.getByRole("textbox", { name: "Header 1", exact: true }).fill("Host");
	await conversation.form.getByLabel("Value of header 1", { exact: true }).fill("x");
	await expect(conversation.form.getByText("Parley sets this header itself.")).toBeVisible();
	await conversation.form.getByRole("textbox", { name: "Header 1", exact: true }).fill("Authorization");
	await expect(conversation.form.getByLabel("Value of header 1", { exact: true })).toHaveAttribute("type", "password");
	await conversation.form.getByRole("button", { name: "Save and connect" }).click();
	await expect(conversation.status).toHaveText("Connected");

	// One with WebSocket listeners alone does not start.
	const secure = await tls.launch("protocol websockets", `listener ${await findFreePort()} 127.0.0.1`);
	await conversation.openForm();
	await conversation.fillForm({ name: "Web, secure", protocol: "wss", host: "localhost", port: secure.port });
	await chooseFile(page, "CA certificates", tls.ca.certificateFile);
	await conversation.form.getByRole("button", { name: "Save and connect" }).click();
	await expect(conversation.status).toHaveText("Connected");

	const sections = page.getByRole("navigation", { name: "Sections" });
	await sections.getByRole("button", { name: "Built-in broker" }).click();
	await page.getByRole("button", { name: "Start", exact: true }).click();
	const { port } = new URL((await page.getByText(/^ws:\/\//).innerText()).replace("ws:", "http:"));
	await sections.getByRole("button", { name: "Conversations" }).click();
	await conversation.tryNew({ name: "Lost", protocol: "ws", host: "127.0.0.1", port, path: "/wrong" });
	await expect(conversation.failure).toContainText("The server knows no such path: /wrong (HTTP status 404).");
});

test("TLS to a plain port, and the reverse, are told", async ({ conversation, tls, mosquitto }) => {
	await conversation.tryNew({ name: "Too secure", protocol: "mqtts", host: mosquitto.host, port: mosquitto.port });
	await expect(conversation.failure).toContainText(`127.0.0.1, port ${mosquitto.port} does not speak TLS.`);
	const { host, port } = await tls.launch();
	await conversation.tryNew({ name: "Too open", protocol: "mqtt", host, port });
	await expect(conversation.failure).toContainText(`127.0.0.1, port ${port} expects TLS.`);
});
