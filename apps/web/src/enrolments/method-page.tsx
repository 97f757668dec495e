import type { MethodView } from '@mailward/shared/contract/enrolments.ts';
import { useState } from 'react';
import { Navigate, useParams } from 'react-router-dom';
import { useRead } from '../api/read.tsx';
import { factors, isSingle, toMethodKind } from '../factors/registry.ts';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { MethodFacts, MethodPostmark, MethodTitle } from '../methods/method-facts.tsx';
import { methodName } from '../methods/method-name.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Note } from '../ui/note.tsx';
import { RowActs } from '../ui/row-acts.tsx';
import { Row, Rows } from '../ui/rows.tsx';
import { StepTitle } from '../ui/step-title.tsx';
import { Unreachable, Waiting } from '../ui/waiting.tsx';
import { DefaultButton, useDefault } from './default-button.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { RenameDialog } from './rename-dialog.tsx';

interface MethodRowProps {
	readonly method: MethodView;
	readonly all: readonly MethodView[];
	readonly choosing: ReturnType<typeof useDefault>;
	readonly onChosen: () => void;
	readonly onRename: () => void;
	readonly onRemove: () => void;
}

const MethodRow = ({ method, all, choosing, onChosen, onRename, onRemove }: MethodRowProps) => {
	const { t } = useWords();
	const name = methodName(method, all, t);
	const single = isSingle(method.kind);
	return (
		<Row
			rank={2}
			start={<MethodPostmark method={method} />}
			title={<MethodTitle method={method} name={name} all={all} />}
			end={
				<RowActs below>
					<DefaultButton
						method={method}
						name={name}
						all={all}
						busy={choosing.busy}
						onChoose={() => choosing.run(method, onChosen)}
					/>
					{!single && (
						<Button compact onClick={onRename} aria-label={t('methods.rename.named', { name })}>
							{t('methods.rename.act')}
						</Button>
					)}
					{method.allowed && (
						<ButtonLink
							compact
							to={`/security/methods/${method.kind}/set-up?replaces=${encodeURIComponent(method.id)}`}
							// The only one there can be is named by what is on the button.
							aria-label={single ? undefined : t('methods.replaceNamed', { name })}
						>
							{t(`factors.${method.kind}.change`)}
						</ButtonLink>
					)}
					<Button compact onClick={onRemove} aria-label={t('methods.remove.named', { name })}>
						{t('methods.remove.act')}
					</Button>
				</RowActs>
			}
		>
			<MethodFacts method={method} detailed />
		</Row>
	);
};

/** What has been done to which. */
interface Deed {
	readonly what: keyof typeof deeds;
	readonly name: string;
}

const deeds = {
	chosen: 'methods.madeDefault',
	renamed: 'methods.rename.done',
	removed: 'methods.removed',
	turnedOff: 'methods.turnedOff',
} as const;

type Asking = { readonly to: 'rename' | 'remove'; readonly method: MethodView };

/** All of one kind, each with its name: choose, rename, replace, remove, set up another. */
const MethodPage = () => {
	const { t } = useWords();
	const say = useProblemWords();
	const kind = toMethodKind(useParams().kind);
	const { data, problem, again } = useRead('GET /api/methods');
	const choosing = useDefault();
	const [asking, setAsking] = useState<Asking>();
	const [deed, setDeed] = useState<Deed>();

	if (!kind) return <Navigate replace to="/security/methods" />;
	const all = data?.methods ?? [];
	const own = all.filter((method) => method.kind === kind);
	const stop = () => setAsking(undefined);
	const tell = (what: Deed['what'], name: string) => {
		setDeed({ what, name });
		stop();
	};
	return (
		<>
			<div className="page-head">
				<div>
					<StepTitle step={t(`factors.${kind}.name`)} />
					<p className="muted">{t(`factors.${kind}.summary`)}</p>
				</div>
			</div>
			{choosing.problem && (
				<Note tone="error">
					<p>{say(choosing.problem)}</p>
				</Note>
			)}
			{deed && !choosing.problem && (
				<Note key={deed.what + deed.name} tone={deed.what === 'turnedOff' ? 'warning' : 'plain'} takesFocus>
					<p>{t(deeds[deed.what], { name: deed.name })}</p>
				</Note>
			)}
			{problem && <Unreachable text={say(problem)} retry={t('shell.retry')} onRetry={again} />}
			{!problem && !data && <Waiting text={t('shell.loading')} />}
			{data && (
				<div className="sheet padded-rows">
					<Rows>
						{own.map((method) => (
							<MethodRow
								key={method.id}
								method={method}
								all={all}
								choosing={choosing}
								onChosen={() => tell('chosen', methodName(method, all, t))}
								onRename={() => setAsking({ to: 'rename', method })}
								onRemove={() => setAsking({ to: 'remove', method })}
							/>
						))}
						{own.length === 0 && (
							<Row rank={2} start={<Icon name={factors[kind].icon} />} title={t('methods.empty')}>
								{!data.allowed.includes(kind) && <p>{t('methods.notAllowed')}</p>}
							</Row>
						)}
					</Rows>
				</div>
			)}
			{data?.allowed.includes(kind) && !(isSingle(kind) && own.length > 0) && (
				<div className="row">
					<ButtonLink to={`/security/methods/${kind}/set-up`} {...(own.length === 0 && { manner: 'go' as const })}>
						{own.length === 0 ? t('methods.setUp') : t('methods.another')}
					</ButtonLink>
					{own.length > 0 && <p className="small muted">{t('methods.several')}</p>}
				</div>
			)}
			{asking?.to === 'rename' && (
				<RenameDialog
					method={asking.method}
					name={methodName(asking.method, all, t)}
					onClose={stop}
					onRenamed={(name) => tell('renamed', name)}
				/>
			)}
			{asking?.to === 'remove' && (
				<RemoveDialog
					method={asking.method}
					name={methodName(asking.method, all, t)}
					last={all.length === 1}
					onClose={stop}
					onRemoved={() => tell(all.length === 1 ? 'turnedOff' : 'removed', methodName(asking.method, all, t))}
				/>
			)}
		</>
	);
};

export default MethodPage;
