/**
 * Secrets, encrypted by the operating system's keychain, each in a file of its own, so that a damaged one takes no other with it. Where
 * the system has no keychain (Linux may fall back to a fixed key, which protects nothing), they stay in memory and are asked for again
 * after a restart; `survivesRestart` says so.
 */
import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { safeStorage } from "electron";
import type { Vault } from "../engine/ports.ts";

/** After `ready`. */
export async function createSafeStorageVault(folder: string, platform: NodeJS.Platform): Promise<Vault> {
	if (!(await hasKeychain(platform))) return createMemoryVault();
	await mkdir(folder, { recursive: true, mode: 0o700 });
	return {
		survivesRestart: true,
		read: (key) => readSecret(pathOf(folder, key)),
		write: async (key, secret) => writeWhole(pathOf(folder, key), await safeStorage.encryptStringAsync(secret)),
		remove: (key) => rm(pathOf(folder, key), { force: true }),
	};
}

async function hasKeychain(platform: NodeJS.Platform): Promise<boolean> {
	try {
		if (!(await safeStorage.isAsyncEncryptionAvailable())) return false;
		if (platform !== "linux") return true;
		const backend = safeStorage.getSelectedStorageBackend();
		return backend !== "basic_text" && backend !== "unknown";
	} catch {
		return false;
	}
}

/** null also where it cannot be decrypted any more: another user, another machine, a keychain that was reset. */
async function readSecret(path: string): Promise<string | null> {
	try {
		const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(await readFile(path));
		if (shouldReEncrypt) await writeWhole(path, await safeStorage.encryptStringAsync(result));
		return result;
	} catch {
		return null;
	}
}

/** Keys may hold anything, file names may not. */
function pathOf(folder: string, key: string): string {
	return join(folder, `${createHash("sha256").update(key).digest("hex")}.secret`);
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
	const temporary = `${path}.${randomUUID()}.new`;
	try {
		const file = await open(temporary, "wx", 0o600);
		try {
			await file.writeFile(bytes);
			await file.sync();
		} finally {
			await file.close();
		}
		await rename(temporary, path);
	} catch (error) {
		await rm(temporary, { force: true });
		throw error;
	}
}

function createMemoryVault(): Vault {
	const secrets = new Map<string, string>();
	return {
		survivesRestart: false,
		read: async (key) => secrets.get(key) ?? null,
		write: async (key, secret) => void secrets.set(key, secret),
		remove: async (key) => void secrets.delete(key),
	};
}
