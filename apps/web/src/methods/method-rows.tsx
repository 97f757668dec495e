import type { MethodView } from '@mailward/shared/contract/enrolments.ts';
import type { MethodKind } from '@mailward/shared/factors/kinds.ts';
import type { ReactNode } from 'react';
import { factors } from '../factors/registry.ts';
import { useWords } from '../locales/words.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { RowActs } from '../ui/row-acts.tsx';
import { Row } from '../ui/rows.tsx';
import type { ShownKind } from './kinds-shown.ts';
import { MethodFacts, MethodTitle } from './method-facts.tsx';
import { methodName } from './method-name.ts';

interface EmptyKindRowProps {
	readonly kind: MethodKind;
	readonly allowed: boolean;
	readonly rank: 2 | 3;
}

/** A kind of which nothing is set up: the way to it, or why there is none. */
const EmptyKindRow = ({ kind, allowed, rank }: EmptyKindRowProps) => {
	const { t } = useWords();
	const name = t(`factors.${kind}.name`);
	return (
		<Row
			rank={rank}
			start={<Icon name={factors[kind].icon} />}
			title={name}
			end={
				allowed && (
					<RowActs>
						<ButtonLink compact to={`/security/methods/${kind}/set-up`} aria-label={t('methods.setUpNamed', { name })}>
							{t('methods.setUp')}
						</ButtonLink>
					</RowActs>
				)
			}
		>
			<p>{allowed ? t(`factors.${kind}.summary`) : t('methods.notAllowed')}</p>
		</Row>
	);
};

interface MethodRowsProps {
	readonly kinds: readonly ShownKind[];
	readonly all: readonly MethodView[];
	/** The rank of the rows' headings. */
	readonly rank: 2 | 3;
	/** What else the row of a method that is set up ends with: a mark, or what can be done with it here. */
	readonly end?: (method: MethodView) => ReactNode;
	readonly act?: (method: MethodView, name: string) => ReactNode;
}

/** Every method there is: those that are set up with their facts and the way to their page, the others with the way to set them up. */
export const MethodRows = ({ kinds, all, rank, end, act }: MethodRowsProps) => {
	const { t } = useWords();
	return kinds.flatMap(({ kind, methods, allowed }) =>
		methods.length === 0 ? (
			<EmptyKindRow key={kind} kind={kind} allowed={allowed} rank={rank} />
		) : (
			methods.map((method) => {
				const name = methodName(method, all, t);
				return (
					<Row
						key={method.id}
						rank={rank}
						start={<Icon name={factors[kind].icon} />}
						title={<MethodTitle method={method} name={name} all={all} />}
						end={
							<>
								{end?.(method)}
								<RowActs>
									{act?.(method, name)}
									<ButtonLink compact to={`/security/methods/${kind}`} aria-label={t('methods.manageNamed', { name })}>
										{t('methods.manage')}
									</ButtonLink>
								</RowActs>
							</>
						}
					>
						<MethodFacts method={method} />
					</Row>
				);
			})
		),
	);
};
