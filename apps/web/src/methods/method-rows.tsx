import type { MethodView } from '@mailward/shared/contract/enrolments.ts';
import { factorKinds } from '@mailward/shared/factors/kinds.ts';
import type { ReactNode } from 'react';
import { factors } from '../factors/registry.ts';
import { useWords } from '../locales/words.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Row } from '../ui/rows.tsx';
import { DefaultTag, MethodFacts } from './method-facts.tsx';
import { methodName } from './method-name.ts';

interface MethodRowsProps {
	readonly methods: readonly MethodView[];
	/** The rank of the rows' headings. */
	readonly rank: 2 | 3;
	/** What stands at the end of the row of a method that is set up. */
	readonly end: (method: MethodView, name: string) => ReactNode;
}

/** Every method there is: those that are set up with their facts, the others with the way to set them up. */
export const MethodRows = ({ methods, rank, end }: MethodRowsProps) => {
	const { t } = useWords();
	return factorKinds.flatMap((kind) => {
		const icon = <Icon name={factors[kind].icon} />;
		const own = methods.filter((method) => method.kind === kind);
		if (own.length === 0) {
			const name = t(`factors.${kind}.name`);
			return (
				<Row
					key={kind}
					rank={rank}
					start={icon}
					title={name}
					end={
						<ButtonLink
							compact
							to={`/security/methods/${kind}/set-up`}
							aria-label={t('enrolments.methods.setUpNamed', { name })}
						>
							{t('enrolments.methods.setUp')}
						</ButtonLink>
					}
				>
					<p>{t(`factors.${kind}.summary`)}</p>
				</Row>
			);
		}
		return own.map((method) => {
			const name = methodName(method, methods, t);
			return (
				<Row
					key={method.id}
					rank={rank}
					start={icon}
					title={
						<>
							{name} <DefaultTag method={method} all={methods} />
						</>
					}
					end={end(method, name)}
				>
					<MethodFacts method={method} />
				</Row>
			);
		});
	});
};
