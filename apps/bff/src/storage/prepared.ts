import type { Compilable, CompiledQuery } from 'kysely';
import type { Queries } from './database.ts';

/**
 * Builds a query once and runs it many times: on the paths that every mail login and every request take, putting the
 * SQL together costs more than running it.
 *
 * `build` gets a stand-in for each parameter and must hand it to the query unchanged, nothing derived from it.
 */
export const prepare = <Parameters extends readonly (string | number)[], Row>(
	build: (...parameters: Parameters) => Compilable<Row>,
	count: Parameters['length'],
): ((queries: Queries, ...parameters: Parameters) => Promise<Row[]>) => {
	const standIns = Array.from({ length: count }, (_, index) => `parameter ${index} of a prepared query`);
	let compiled: CompiledQuery<Row> | undefined;
	let sources: number[] = [];
	return async (queries, ...parameters) => {
		if (compiled === undefined) {
			compiled = build(...(standIns as unknown as Parameters)).compile();
			sources = compiled.parameters.map((parameter) => standIns.indexOf(parameter as string));
		}
		const fixed = compiled.parameters;
		const bound = sources.map((source, index) => (source < 0 ? fixed[index] : parameters[source]));
		return (await queries.executeQuery<Row>({ ...compiled, parameters: bound })).rows;
	};
};
