import type { MethodView } from '@mailward/shared/contract/enrolments.ts';
import { namesShown } from '../factors/names-shown.ts';
import type { Translate } from '../locales/translate.ts';

/** What a method is called: the name its person gave it, else that of its kind, numbered where there are several. */
export const methodName = (method: MethodView, all: readonly MethodView[], t: Translate): string => {
	const ofKind = all.filter(({ kind }) => kind === method.kind);
	const names = namesShown(
		method.kind,
		ofKind.map(({ name }) => name),
		t,
	);
	return names[ofKind.indexOf(method)] ?? method.name;
};
