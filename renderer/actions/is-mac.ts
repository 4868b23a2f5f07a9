/** Whether Cmd, and not Ctrl, is the key for shortcuts. */
export function isMac(): boolean {
	return /mac/i.test(navigator.platform);
}
