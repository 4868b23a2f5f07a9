import { Button } from "../../../renderer/ui/button.tsx";
import { CalmStatus } from "../../../renderer/ui/calm-status.tsx";
import { Checkbox } from "../../../renderer/ui/checkbox.tsx";
import { SegmentedControl } from "../../../renderer/ui/segmented-control.tsx";
import { TextField } from "../../../renderer/ui/text-field.tsx";
import { VisibleText } from "../../../renderer/ui/visible-text.tsx";
import { ignore } from "../ignore.ts";
import { KitGroup } from "../kit-group.tsx";
import { KitItem } from "../kit-item.tsx";
import { KitRow } from "../kit-row.tsx";

const HOSTILE = [
	{ text: "left ", code: null },
	{ text: "RLO", code: "U+202E" },
	{ text: "thgir and a ", code: null },
	{ text: "BEL", code: "U+0007" },
	{ text: " bell, RLO as letters", code: null },
];

const LANGUAGES = [
	{
		lang: "ja",
		name: "日本語",
		words: ["受信した最大パケットサイズ", "切断して遺言メッセージを送信する", "保持", "サブスクリプション"],
	},
	{ lang: "zh-CN", name: "简体中文", words: ["接收最大值与最大报文长度", "断开连接并发送遗嘱消息", "保留", "新建订阅"] },
	{ lang: "el", name: "Ελληνικά", words: ["Μέγιστο μέγεθος πακέτου", "Αποσύνδεση", "Διατήρηση", "Θέμα"] },
	{ lang: "ru", name: "Русский", words: ["Максимальный размер пакета", "Отключиться и отправить завещание", "Хранить", "Тема"] },
] as const;

/** Other scripts. Chinese and Japanese come from the system's faces, so no reference picture shows this group. */
export function ScriptGroup() {
	return (
		<KitGroup name="scripts" title="Scripts">
			{LANGUAGES.map(({ lang, name, words: [label, action, tick, topic] }) => (
				<div key={lang} lang={lang}>
					<KitRow name={name}>
						<KitItem width="middle">
							<TextField label={label} value={topic} onChange={ignore} />
						</KitItem>
						<KitItem>
							<SegmentedControl
								label={topic}
								value={0}
								options={[tick, topic].map((text, value) => ({ value, label: text }))}
								onChange={ignore}
							/>
						</KitItem>
						<KitItem>
							<Checkbox label={tick} checked={true} onChange={ignore} />
						</KitItem>
						<KitItem>
							<Button variant="primary">{action}</Button>
						</KitItem>
					</KitRow>
				</div>
			))}
			<KitRow name="VisibleText">
				<KitItem width="wide" label="what shows nothing by itself has a sign">
					<VisibleText parts={HOSTILE} />
				</KitItem>
			</KitRow>
			<KitRow name="CalmStatus">
				<KitItem label="heard, not seen">
					<CalmStatus signal="12" read={() => "12 new messages"} />
				</KitItem>
			</KitRow>
		</KitGroup>
	);
}
