import { useEffect, useState } from "react";
import { useStore } from "zustand";
import { BrokerPanel } from "../features/broker/broker-panel.tsx";
import { ComposerDialogs } from "../features/composer/composer-dialogs.tsx";
import { ConnectionDialogs } from "../features/connections/dialogs/connection-dialogs.tsx";
import { FolderDialogs } from "../features/connections/dialogs/folder-dialogs.tsx";
import { FirstMinute } from "../features/connections/header/first-minute.tsx";
import { ConnectionList } from "../features/connections/list/connection-list.tsx";
import { Inspector } from "../features/inspector/inspector.tsx";
import { DeleteMessagesDialog } from "../features/messages/bar/delete-messages-dialog.tsx";
import { Palette } from "../features/palette/palette.tsx";
import { ShortcutSheet } from "../features/palette/shortcut-sheet.tsx";
import { SettingsPage } from "../features/settings/settings-page.tsx";
import { SubscriptionDialogs } from "../features/subscriptions/subscription-dialogs.tsx";
import { useText } from "../i18n/use-text.ts";
import { useStores } from "../state/use-stores.ts";
import { Skeleton } from "../ui/skeleton.tsx";
import { ActivityBar } from "./activity-bar.tsx";
import { CodePage } from "./code-page.tsx";
import { ConversationColumns } from "./conversation-columns.tsx";
import { ConversationView } from "./conversation-view.tsx";
import styles from "./frame.module.css";
import { LinkBanner } from "./link-banner.tsx";
import { NoticeList } from "./notice-list.tsx";
import { rememberLayout } from "./remember-layout.ts";
import { rememberMessageView } from "./remember-message-view.ts";
import { TroubleList } from "./trouble-list.tsx";
import { useAppearance } from "./use-appearance.ts";
import { useKeys } from "./use-keys.ts";
import { useTitle } from "./use-title.ts";

/** The page as a whole: standing trouble above, the parts of the program at the left, one of them in the middle, notices over all. */
export function Frame() {
	const stores = useStores();
	const needsCode = useStore(stores.link, (state) => state.access.kind === "needs-code");
	useAppearance();
	useKeys();
	useTitle();
	const [stopLayout] = useState(() => rememberLayout(stores.layout));
	const [stopView] = useState(() => rememberMessageView(stores.messageView));
	useEffect(() => stopLayout, [stopLayout]);
	useEffect(() => stopView, [stopView]);
	if (needsCode) return <CodePage />;
	return (
		<div className={styles["frame"]}>
			<div className={styles["top"]}>
				<LinkBanner />
				<TroubleList />
			</div>
			<div className={styles["columns"]}>
				<ActivityBar />
				<OpenSection />
			</div>
			<ConnectionDialogs />
			<FolderDialogs />
			<SubscriptionDialogs />
			<ComposerDialogs />
			<DeleteMessagesDialog />
			<Palette />
			<ShortcutSheet />
			<NoticeList />
		</div>
	);
}

function OpenSection() {
	const say = useText();
	const stores = useStores();
	const section = useStore(stores.view, (state) => state.section);
	const isLoaded = useStore(stores.connections, (state) => state.loaded);
	const isEmpty = useStore(stores.connections, (state) => state.order.length + state.folders.length === 0);
	if (!isLoaded) {
		return (
			<main className={styles["page"]} aria-busy={true}>
				<Skeleton label={say("app.loading")} shape="talk" />
			</main>
		);
	}
	if (section === "broker" || section === "settings" || isEmpty) {
		return (
			<main className={styles["page"]}>
				{section === "broker" ? <BrokerPanel /> : section === "settings" ? <SettingsPage /> : <FirstMinute />}
			</main>
		);
	}
	return <ConversationColumns connections={<ConnectionList />} conversation={<ConversationView />} inspector={<Inspector />} />;
}
