import type { MethodView } from '@mailward/shared/contract/enrolments.ts';
import type { Translate } from '../locales/translate.ts';

/** What a method is called: the name its person gave it, else that of its kind, numbered where there are several. */
export const methodName = (method: MethodView, all: readonly MethodView[], t: Translate): string => {
	if (method.name !== '') return method.name;
	const kind = t(`factors.${method.kind}.name`);
	const place = all.filter((each) => each.kind === method.kind && each.name === '').indexOf(method);
	return place > 0 ? `${kind} ${place + 1}` : kind;
};
