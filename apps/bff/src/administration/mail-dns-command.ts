import { Command } from 'commander';
import { type DnsSettings, dnsRecords } from '../mail-set-up/dns-records.ts';
import { say } from './administration.ts';

/** `settings` is asked for when the command runs: before, settings may be missing. */
export const mailDnsCommand = (settings: () => DnsSettings): Command =>
	new Command('dns')
		.description('print the DNS records to publish, so that mail apps find their servers by themselves')
		.action(() => say(dnsRecords(settings())));
