/** The part of the package `smpp` 0.5 that is used here and by the sandbox; it brings no types of its own. */
declare module 'smpp' {
	import type { EventEmitter } from 'node:events';
	import type { Server as NetServer, Socket } from 'node:net';

	export interface Pdu {
		readonly command: string;
		/** 0 where all is well. */
		readonly command_status: number;
		readonly system_id?: string;
		readonly password?: string;
		readonly message_id?: string;
		readonly source_addr?: string;
		readonly destination_addr?: string;
		readonly dest_addr_ton?: number;
		readonly dest_addr_npi?: number;
		readonly data_coding?: number;
		readonly esm_class?: number;
		readonly registered_delivery?: number;
		readonly short_message?: { readonly message: string | Buffer };
		readonly receipted_message_id?: string;
		readonly message_state?: number;
		response(fields?: Record<string, unknown>): Pdu;
	}

	export type Fields = Readonly<Record<string, string | number | Buffer>>;
	type OnResponse = (answer: Pdu) => void;
	/** False where the connection no longer takes anything; the answer never comes then. */
	type Command = ((fields: Fields, onResponse?: OnResponse) => boolean) & ((onResponse?: OnResponse) => boolean);

	export interface Session extends EventEmitter {
		readonly socket: Socket;
		readonly bind_transceiver: Command;
		readonly submit_sm: Command;
		readonly deliver_sm: Command;
		readonly enquire_link: Command;
		readonly unbind: Command;
		send(pdu: Pdu): boolean;
		close(onClosed?: () => void): void;
		destroy(onClosed?: () => void): void;
	}

	export interface Server extends NetServer {
		readonly sessions: readonly Session[];
	}

	interface Smpp {
		connect(options: { host: string; port: number; tls: boolean }): Session;
		createServer(options: { key?: Buffer; cert?: Buffer }, onSession: (session: Session) => void): Server;
		/** Name to number of every `command_status`. */
		readonly errors: Readonly<Record<string, number>>;
	}

	const smpp: Smpp;
	export default smpp;
}
