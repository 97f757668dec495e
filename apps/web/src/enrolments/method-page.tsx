import type { MethodView } from '@mailward/shared/contract/enrolments.ts';
import { useState } from 'react';
import { Navigate, useParams } from 'react-router-dom';
import { useRead } from '../api/read.tsx';
import { factors, toFactorKind } from '../factors/registry.ts';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { DefaultTag, MethodFacts, MethodPostmark } from '../methods/method-facts.tsx';
import { methodName } from '../methods/method-name.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Note } from '../ui/note.tsx';
import { Row, Rows } from '../ui/rows.tsx';
import { StepTitle } from '../ui/step-title.tsx';
import { Unreachable, Waiting } from '../ui/waiting.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import './method-page.css';

interface MethodRowProps {
	readonly method: MethodView;
	readonly all: readonly MethodView[];
	readonly onRemove: () => void;
}

const MethodRow = ({ method, all, onRemove }: MethodRowProps) => {
	const { t } = useWords();
	const name = methodName(method, all, t);
	return (
		<Row
			rank={2}
			start={<MethodPostmark method={method} />}
			title={
				<>
					{name} <DefaultTag method={method} all={all} />
				</>
			}
			end={
				<div className="method-acts">
					<ButtonLink
						compact
						to={`/security/methods/${method.kind}/set-up?replaces=${encodeURIComponent(method.id)}`}
						aria-label={t('enrolments.method.replaceNamed', { name })}
					>
						{t('enrolments.method.replace')}
					</ButtonLink>
					<Button compact onClick={onRemove} aria-label={t('enrolments.method.removeNamed', { name })}>
						{t('enrolments.method.remove')}
					</Button>
				</div>
			}
		>
			<MethodFacts method={method} />
		</Row>
	);
};

/** All of one kind: replace, remove, set up another. */
const MethodPage = () => {
	const { t } = useWords();
	const say = useProblemWords();
	const kind = toFactorKind(useParams().kind);
	const { data, problem, again } = useRead('GET /api/methods');
	const [removing, setRemoving] = useState<MethodView>();
	const [removed, setRemoved] = useState<string>();

	if (!kind) return <Navigate replace to="/security/methods" />;
	const all = data?.methods ?? [];
	const own = all.filter((method) => method.kind === kind);
	return (
		<>
			<div className="page-head">
				<div>
					<StepTitle step={t(`factors.${kind}.name`)} />
					<p className="muted">{t(`factors.${kind}.summary`)}</p>
				</div>
			</div>
			{removed !== undefined && (
				<Note key={removed} tone="plain" takesFocus>
					<p>{t('enrolments.method.removed', { name: removed })}</p>
				</Note>
			)}
			{problem && <Unreachable text={say(problem)} retry={t('shell.retry')} onRetry={again} />}
			{!problem && !data && <Waiting text={t('shell.loading')} />}
			{data && (
				<div className="sheet padded-rows">
					<Rows>
						{own.map((method) => (
							<MethodRow key={method.id} method={method} all={all} onRemove={() => setRemoving(method)} />
						))}
						{own.length === 0 && (
							<Row rank={2} start={<Icon name={factors[kind].icon} />} title={t('enrolments.method.empty')} />
						)}
					</Rows>
				</div>
			)}
			{data && (
				<ButtonLink to={`/security/methods/${kind}/set-up`} {...(own.length === 0 ? { manner: 'go' as const } : {})}>
					{own.length === 0 ? t('enrolments.methods.setUp') : t('enrolments.method.another')}
				</ButtonLink>
			)}
			{removing && (
				<RemoveDialog
					method={removing}
					name={methodName(removing, all, t)}
					last={all.length === 1}
					onClose={() => setRemoving(undefined)}
					onRemoved={() => {
						setRemoved(methodName(removing, all, t));
						setRemoving(undefined);
					}}
				/>
			)}
		</>
	);
};

export default MethodPage;
