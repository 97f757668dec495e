import { writeCertificate } from './certificate.ts';
import { type ChildServer, expectFreePort, type Greeting, startChildServer, waitForGreeting } from './child-server.ts';
import { deliverByLmtp } from './deliver.ts';
import { writeDovecotSite } from './dovecot-site.ts';
import { writeNginxSite } from './nginx-site.ts';
import type { MailServersOptions } from './options.ts';
import { type DoorPorts, listeningPorts, type MailServerPorts, mailServerPorts, type SendingPorts } from './ports.ts';
import { writePostfixSite } from './postfix-site.ts';
import { processOwners } from './process-owners.ts';
import { makeSiteFolder } from './site-folder.ts';
import { findProgram, missingMailServerPackages, POSTFIX_MASTER, whyNoPostfix } from './software.ts';

/** Real mail servers that run until they are stopped, or until this process ends. */
export interface MailServers {
	readonly ports: MailServerPorts;
	/** The self-signed certificate of every TLS port (PEM). */
	readonly certificatePath: string;
	/**
	 * Puts a message (header and body) into a mailbox, which is made when it does not exist yet.
	 * @throws Error with Dovecot's words when it is not taken
	 */
	deliver(address: string, message: string | Buffer): Promise<void>;
	/** Resolves when one of the servers has ended, with a sentence that says how; also after `stop`. */
	readonly ended: Promise<string>;
	stop(): Promise<void>;
}

function doorGreetings(ports: DoorPorts): Greeting[] {
	return [
		{ port: ports.imap, tls: false, startsWith: '* OK' },
		{ port: ports.imaps, tls: true, startsWith: '* OK' },
		{ port: ports.pop3, tls: false, startsWith: '+OK' },
		{ port: ports.pop3s, tls: true, startsWith: '+OK' },
		...sendingGreetings(ports),
	];
}

function sendingGreetings(ports: SendingPorts): Greeting[] {
	return [
		{ port: ports.submission, tls: false, startsWith: '220' },
		{ port: ports.submissions, tls: true, startsWith: '220' },
	];
}

/**
 * Starts Dovecot, nginx and, if asked for, Postfix with the files of `deploy/`, on 127.0.0.1, and waits until each of their ports greets.
 * The authority need not run yet: until it does, every login gets a temporary failure.
 * @throws Error naming the Debian packages that are missing or the port that is taken, or with a server's own words when it does not start.
 */
export async function startMailServers(options: MailServersOptions): Promise<MailServers> {
	const missing = missingMailServerPackages();
	if (missing.length > 0) throw new Error(`mail servers need these Debian packages: ${missing.join(' ')}`);
	const noPostfix = options.postfix && whyNoPostfix();
	if (noPostfix !== undefined) throw new Error(noPostfix);
	const ports = mailServerPorts(options.portBase);
	await Promise.all(listeningPorts(ports).map(expectFreePort));
	const owners = processOwners();
	const site = await makeSiteFolder(options.folder, owners);
	const certificate = await writeCertificate(options.folder, options.domain);
	const postfix =
		options.postfix === undefined
			? undefined
			: await writePostfixSite({ options, postfix: options.postfix, site, ports, certificate });
	const dovecotConf = await writeDovecotSite({
		options,
		site,
		ports,
		certificate,
		owners,
		postfixSocket: postfix?.socket,
	});
	const nginxConf = await writeNginxSite({ options, site, ports, certificate, owners });

	const started: ChildServer[] = [];
	const stop = async () => {
		await Promise.all(started.map((server) => server.stop()));
	};
	const start = async (
		name: string,
		args: readonly string[],
		greetings: readonly Greeting[],
		program = findProgram(name) ?? name,
	) => {
		const server = startChildServer(name, program, args);
		started.push(server);
		await Promise.all(greetings.map((greeting) => waitForGreeting(server, greeting)));
	};
	try {
		await Promise.all([
			start(
				'dovecot',
				['-F', '-c', dovecotConf],
				[...doorGreetings(ports.dovecot), { port: ports.lmtp, tls: false, startsWith: '220' }],
			),
			// -d: in the foreground, with its output where ours is read.
			postfix && start('postfix', ['-d', '-c', postfix.folder], sendingGreetings(ports.postfix), POSTFIX_MASTER),
			start('nginx', ['-e', site.path('nginx.log'), '-p', options.folder, '-c', nginxConf], doorGreetings(ports.nginx)),
		]);
	} catch (error) {
		await stop();
		throw error;
	}
	return {
		ports,
		certificatePath: certificate.certificatePath,
		deliver: (address, message) => deliverByLmtp(ports.lmtp, address, message),
		ended: Promise.race(started.map((server) => server.ended)),
		stop,
	};
}
