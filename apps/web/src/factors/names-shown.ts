import type { MethodKind } from '@mailward/shared/factors/kinds.ts';
import type { Language } from '@mailward/shared/languages.ts';
import type { Translate } from '../locales/translate.ts';

/**
 * What a person's methods of one kind are called, in the order given: by the names they gave them; those without one by
 * the name of the kind, numbered where there are several of it.
 */
export const namesShown = (kind: MethodKind, names: readonly string[], t: Translate): string[] => {
	const called = t(`factors.${kind}.name`);
	let nameless = 0;
	return names.map((name) => {
		if (name !== '') return name;
		nameless += 1;
		return names.length > 1 ? `${called} ${nameless}` : called;
	});
};

/** `iPad or Office`, `iPad、Office`. */
export const anyOf = (names: readonly string[], language: Language): string =>
	language === 'zh' ? names.join('、') : new Intl.ListFormat(language, { type: 'disjunction' }).format(names);
