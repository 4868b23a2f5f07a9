import type { FailureCode } from "./failure.ts";
import { TRANSPORT_FAILURE_TEXT } from "./transport-failure-text.ts";

export interface FailureText {
	readonly message: string;
	readonly hint: string;
}

/**
 * Every failure in English: what happened, and what to do next. `{{name}}` stands for a value of the failure's detail. This is the
 * source for the page's English, for the terminal and for the log; other languages translate this table key by key.
 */
export const FAILURE_TEXT: Readonly<Record<FailureCode, FailureText>> = {
	"link-closed": {
		message: "The page lost its link to Parley.",
		hint: "Parley may have been closed. Start it again; the page returns by itself.",
	},
	aborted: { message: "The request was withdrawn.", hint: "Ask again if it is still wanted." },
	"stale-page": {
		message: "This page belongs to another version of Parley ({{page}}; the engine is {{engine}}).",
		hint: "Reload the page.",
	},
	"internal-error": {
		message: "Something went wrong inside Parley (report {{id}}).",
		hint: "Try again. If it comes back, please report it with that number; the log has the rest.",
	},
	"unknown-command": { message: "Parley does not know the command “{{name}}”.", hint: "Reload the page." },
	"invalid-input": { message: "Something in the form is not allowed.", hint: "The fields that need a change say why." },
	...TRANSPORT_FAILURE_TEXT,
	"connack-refused": {
		message: "The broker refused the connection: {{reason}} ({{code}}).",
		hint: "{{advice}}",
	},
	"scram-unacceptable": {
		message: "The broker's answer in the SCRAM login is not acceptable: {{cause}}.",
		hint: "Check that the broker's authentication is set up for this method. Your password was not sent.",
	},
	"scram-server-unproven": {
		message: "The broker could not prove that it knows your password.",
		hint: "It may not be the broker that it claims to be. Check the address, and use TLS. Your password was not sent.",
	},
	"scram-characters": {
		message: "The Username or the password has characters that SCRAM does not allow.",
		hint: "Use other characters, or another authentication method.",
	},
	"authentication-endless": {
		message: "The broker keeps asking in the authentication by {{method}}.",
		hint: "Check the method and its data; the broker's log may say more.",
	},
	"authentication-data-invalid": {
		message: "The authentication data cannot be read as it is typed.",
		hint: "Enter it again, or choose how it is typed.",
	},
	"will-qos-refused": {
		message: "The broker refused the connection because of the last will: it does not support QoS {{qos}} ({{code}}).",
		hint: "Choose a lower QoS for the last will.",
	},
	"will-retain-refused": {
		message: "The broker refused the connection because of the last will: it does not keep retained messages ({{code}}).",
		hint: "Take Retain off the last will.",
	},
	"server-disconnect": {
		message: "The broker ended the connection: {{reason}} ({{code}}).",
		hint: "{{advice}}",
	},
	"taken-over": {
		message: "Another client connected with the client ID “{{clientId}}” and took this session over.",
		hint: "Give one of the two another Client ID, then connect again. Until then Parley does not reconnect, so that the two do not throw each other out.",
	},
	"keep-alive-lost": {
		message: "The broker has not answered for {{seconds, number}} s: the link is dead.",
		hint: "Check the network. With Auto Reconnect on, Parley keeps trying.",
	},
	"connection-lost": {
		message: "The connection was cut unexpectedly ({{cause}}).",
		hint: "Check the broker's log and the network. With Auto Reconnect on, Parley keeps trying.",
	},
	"connection-closed": {
		message: "The broker closed the connection without saying why.",
		hint: "Check the broker's log. With Auto Reconnect on, Parley keeps trying.",
	},
	"closed-repeatedly": {
		message: "The broker accepted the login and closed the connection right after it, {{count, number}} times in a row.",
		hint: "Another client may use the same Client ID. Give one of the two another one. Parley keeps trying, at growing intervals.",
	},
	"closed-before-connack": {
		message: "{{host}}, port {{port}} closed the connection without answering.",
		hint: "Check that it is an MQTT broker, that the protocol and the MQTT version fit, and the broker's log.",
	},
	"protocol-error": {
		message: "The broker sent something that MQTT forbids: {{cause}}.",
		hint: "The connection was closed to keep your data safe. The broker, or something between, is at fault.",
	},
	"not-mqtt": {
		message: "{{host}}, port {{port}} does not speak MQTT.",
		hint: "Check the port and the protocol: it may be a web server, or a WebSocket port.",
	},
	"not-found": { message: "That {{what}} is no longer there.", hint: "It may have been deleted in another window." },
	"too-many-saved-messages": {
		message: "No more than {{most}} messages can be saved.",
		hint: "Delete some that you do not need.",
	},
	"saved-messages-unreadable": {
		message: "This is not a file of saved messages: {{place}} is wrong.",
		hint: "Nothing was added. Export the messages again where they came from.",
	},
	"saved-messages-newer": {
		message: "A newer Parley wrote this file, in version {{version}}.",
		hint: "Nothing was added. Update Parley, then import it again.",
	},
	"file-too-large-to-save": {
		message: "The payload of “{{name}}” is too large to be saved: {{bytes}} bytes, where {{most}} are kept at most.",
		hint: "Nothing was saved. Send it as a file when you need it.",
	},
	"draft-too-large": {
		message: "Not kept over a reload: {{bytes, number}} bytes, {{most, number}} at most.",
		hint: "Send a large payload as a file.",
	},
	"drafts-too-large": {
		message: "Not kept over a reload: all drafts have {{bytes, number}} bytes, {{most, number}} at most.",
		hint: "Shorten some of them.",
	},
	"needs-mqtt-5": {
		message: "Requests and their answers are part of MQTT 5.",
		hint: "Choose MQTT 5.0 in the connection, then connect again.",
	},
	"answers-not-subscribed": {
		message: "The broker does not bring what is sent to the response topic.",
		hint: "Nothing was sent. Allow this client to subscribe to the response topic, or name another one.",
	},
	"sent-meanwhile": {
		message: "The message was sent a moment ago.",
		hint: "What has been sent cannot be withdrawn. Its bubble shows what becomes of it.",
	},
	"file-unreadable": {
		message: "The file “{{name}}” cannot be read.",
		hint: "It may have been moved or changed. Choose it again.",
	},
	"not-connected": { message: "The connection is not open.", hint: "Connect first." },
	"name-taken": { message: "Another connection in this folder has the name “{{name}}”.", hint: "Choose another name." },
	"folder-name-taken": { message: "Another folder here has the name “{{name}}”.", hint: "Choose another name." },
	"folder-into-itself": { message: "A folder cannot be moved into itself.", hint: "Choose a folder outside of it." },
	"no-will-to-send": {
		message: "This connection has no last will that it could ask the broker to send.",
		hint: "That takes MQTT 5.0 and a last will; or drop the connection, so that the will fires.",
	},
	"already-subscribed": { message: "“{{filter}}” is in the list already.", hint: "Edit that subscription instead." },
	"secrets-needed": {
		message: "Not known any more for “{{name}}”: {{secrets}}.",
		hint: "Enter it again. In the browser mode Parley keeps secrets in memory only, until it is stopped.",
	},
	"secret-not-kept": {
		message: "A secret could not be put into the keychain ({{cause}}); nothing was saved.",
		hint: "Unlock the keychain of the operating system and try again, or save the connection without it.",
	},
	"client-id-needed": {
		message: "A session that must survive needs a Client ID.",
		hint: "Enter a Client ID, or let the session end at disconnect.",
	},
	"offline-qos-0": {
		message: "QoS 0 messages are not kept while the connection is closed.",
		hint: "Connect first, or choose QoS 1 or 2: those wait in the outgoing queue.",
	},
	"above-maximum-qos": {
		message: "The broker accepts QoS {{maximum, number}} at most; this asks for QoS {{qos}}.",
		hint: "Choose QoS {{maximum, number}} or lower.",
	},
	"retain-unavailable": { message: "The broker does not keep retained messages.", hint: "Publish without Retain." },
	"wildcards-unavailable": {
		message: "The broker does not allow wildcards in subscriptions.",
		hint: "Subscribe to the topic names themselves.",
	},
	"shared-subscriptions-unavailable": {
		message: "The broker does not offer shared subscriptions.",
		hint: "Subscribe without $share.",
	},
	"identifiers-unavailable": {
		message: "The broker does not offer subscription identifiers.",
		hint: "Subscribe without an identifier.",
	},
	"subscription-too-large": {
		message: "The subscription would take a packet of {{bytes}} bytes; the broker accepts {{maximum}} at most.",
		hint: "Choose a shorter topic filter or fewer user properties.",
	},
	"above-maximum-packet-size": {
		message: "The packet has {{bytes, number}} bytes; the limit is {{maximum, number}}.",
		hint: "Send a smaller payload, or raise the broker's limit.",
	},
	"above-topic-alias-maximum": {
		message: "The broker accepts topic aliases up to {{maximum, number}}; this asks for {{alias, number}}.",
		hint: "Choose a smaller topic alias, or none.",
	},
	"publish-refused": {
		message: "The broker refused the message: {{reason}} ({{code}}).",
		hint: "{{advice}}",
	},
	"qos-2-downgraded": {
		message: "The broker answered this QoS 2 message as if it had QoS 1: it was taken, but it may arrive more than once.",
		hint: "Publish with QoS 1 to this broker: it does not keep the promise of QoS 2. RabbitMQ is known to do so.",
	},
	"message-deleted": {
		message: "This message has been deleted.",
		hint: "Choose another one in the conversation.",
	},
	"delivery-under-way": {
		message: "What is still on its way to the broker is not deleted (messages: {{count, number}}).",
		hint: "Deleting would not withdraw it. Wait until it is delivered, or withdraw it from the outgoing queue.",
	},
	"selection-too-scattered": {
		message: "The selection has too many separate pieces; {{most, number}} are allowed.",
		hint: "Select ranges with Shift, or narrow the conversation with a filter and select all.",
	},
	"selection-busy": {
		message: "Something is still being done to the selected messages.",
		hint: "Wait until it has finished, or stop it.",
	},
	"copy-too-large": {
		message:
			"The selected messages ({{messages, number}}) make {{megabytes, number}} MB; at most {{most, number}} MB are copied at once. Nothing was copied.",
		hint: "Select fewer messages.",
	},
	"clipboard-refused": {
		message: "The text could not be put on the clipboard.",
		hint: "Allow this page to use the clipboard, keep it in front, and try again.",
	},
	"session-lost": {
		message: "The broker forgot the session before the delivery was complete.",
		hint: "Whether the message was delivered is not known. Publish it again if a second copy does no harm.",
	},
	"data-folder-in-use": {
		message: "Another Parley already uses the data folder {{folder}}.",
		hint: "Use the one that runs, or close it first. A second Parley needs a data folder of its own.",
	},
	"data-folder-not-writable": {
		message: "Parley cannot write into its data folder {{folder}} ({{cause}}).",
		hint: "Check that the folder can be made and written by this user, and that the disk is not full; or choose another one.",
	},
	"history-set-aside": {
		message: "The history could not be opened ({{cause}}). It was set aside as {{file}}, and a new one begun.",
		hint: "Nothing in the old file was changed. Connections and settings are not affected.",
	},
	"history-newer": {
		message: "The history was written by a newer Parley (version {{version}}).",
		hint: "Use that version. This one leaves the file untouched and keeps messages in memory only.",
	},
	"history-write-failed": {
		message: "Messages cannot be stored ({{cause}}).",
		hint: "Free some disk space. Parley holds new messages in memory and keeps trying.",
	},
	"profiles-set-aside": {
		message: "The saved connections could not be read ({{cause}}). The file was set aside as {{file}}.",
		hint: "Nothing in the old file was changed; you can repair it and put it back.",
	},
	"profiles-partly-damaged": {
		message: "Some of the saved settings could not be read ({{cause}}). The file was copied to {{file}}; all the rest is here.",
		hint: "Enter again what is missing, or repair the copy and put it back.",
	},
	"profiles-unreadable": {
		message: "The saved connections could not be read ({{cause}}), and the file could not be set aside.",
		hint: "Repair or move profiles.json in the data folder, then start Parley again. Changes made now are not saved.",
	},
	"profiles-newer": {
		message: "The saved connections were written by a newer Parley (version {{version}}).",
		hint: "Use that version. This one leaves the file untouched; changes made now are not saved.",
	},
	"profiles-write-failed": {
		message: "The change could not be saved ({{cause}}).",
		hint: "Check the disk space and the rights on the data folder, then try again.",
	},
	"broker-not-started": {
		message: "The built-in broker could not start ({{cause}}).",
		hint: "Another program may hold its port. Stop it, or try again: Parley then looks for a free one.",
	},
};

/** What a `not-found` may be about: its detail's `what`. */
export const FAILURE_NOUN = {
	connection: "connection",
	folder: "folder",
	message: "message",
	repeat: "repeat",
	subscription: "subscription",
} as const;
