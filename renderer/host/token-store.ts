/**
 * The session's token, where all tabs of this browser find it. It is of use to this engine alone and until it ends. Where the browser
 * keeps nothing for the page, the token lasts as long as the tab.
 */
export interface TokenStore {
	read(): string | null;
	write(token: string | null): void;
	/** Another tab has got one, or has seen that the old one is no good. */
	onChange(listener: () => void): void;
}

const KEY = "parley.token";

export function createTokenStore(): TokenStore {
	let own: string | null = null;
	return {
		read: () => {
			try {
				return localStorage.getItem(KEY);
			} catch {
				return own;
			}
		},
		write: (token) => {
			own = token;
			try {
				if (token === null) localStorage.removeItem(KEY);
				else localStorage.setItem(KEY, token);
			} catch {
				// Kept in `own`.
			}
		},
		onChange: (listener) => {
			addEventListener("storage", (event) => {
				if (event.key === KEY) listener();
			});
		},
	};
}
