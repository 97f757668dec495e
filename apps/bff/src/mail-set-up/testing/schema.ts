import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const program = '/usr/bin/xmllint';

/** Whether libxml2's `xmllint` is here to judge by. */
export const canValidate = existsSync(program);

/** What `xmllint` has against a document by one of the schemas beside this file; empty when nothing. */
export const problemsBySchema = (schema: 'autoconfig' | 'autodiscover', xml: string): string => {
	const file = fileURLToPath(new URL(`${schema}.rng`, import.meta.url));
	const run = spawnSync(program, ['--noout', '--nonet', '--relaxng', file, '-'], { input: xml, encoding: 'utf8' });
	return run.status === 0 ? '' : run.stderr;
};
