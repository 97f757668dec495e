import { useRef } from 'react';
import { useWords } from '../../locales/words.tsx';
import { Button } from '../../ui/button.tsx';
import { Ends } from '../../ui/ends.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Note } from '../../ui/note.tsx';
import { useCopy } from '../../ui/use-copy.ts';
import type { SaveProps } from '../factor.ts';
import { codesFile, codesFileName } from './codes-file.ts';
import './save.css';

/** Gives a text to the browser's downloads; nothing of it goes anywhere else. */
const download = (name: string, text: string) => {
	const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	URL.revokeObjectURL(url);
};

/** The ten codes, three ways to keep them, and the word that they are kept. */
export const Save = ({ prompt, account, submit, busy, problem }: SaveProps) => {
	const { t, times } = useWords();
	const list = useRef<HTMLOListElement>(null);
	const { codes } = prompt;
	const { outcome, copy } = useCopy(codes.join('\n'), list);
	const today = new Date();
	const head = [
		t('factors.recovery.save.heading'),
		t('factors.recovery.save.account', { account }),
		t('factors.recovery.save.made', { day: times.day(today.getTime()) }),
	];
	const foot = t('factors.recovery.save.once');

	return (
		<div className="stack">
			<section className="recovery-sheet" aria-label={t('enrolments.recovery.list')}>
				<div className="on-paper">
					{head.map((line) => (
						<p key={line}>{line}</p>
					))}
				</div>
				<ol ref={list}>
					{codes.map((code) => (
						<li key={code}>
							<code className="mono">{code}</code>
						</li>
					))}
				</ol>
				<p className="on-paper">{foot}</p>
			</section>
			<div className="row">
				<Button onClick={() => download(codesFileName(account, today), codesFile({ head, codes, foot }))}>
					<Icon name="download" small />
					{t('factors.recovery.save.download')}
				</Button>
				<Button onClick={() => window.print()}>
					<Icon name="print" small />
					{t('factors.recovery.save.print')}
				</Button>
				<Button onClick={copy}>
					<Icon name={outcome === 'copied' ? 'check' : 'copy'} small />
					{t('factors.recovery.save.copy')}
				</Button>
				<span role="status">{outcome === 'copied' && t('factors.recovery.save.copied')}</span>
			</div>
			{outcome === 'refused' && <p role="alert">{t('factors.recovery.save.copyFailed')}</p>}
			<p className="small muted">{t('enrolments.recovery.stay')}</p>
			{problem && (
				<Note tone="error">
					<p>{problem.text}</p>
				</Note>
			)}
			<Ends>
				<Button manner="go" busy={busy} onClick={() => submit({ saved: true })}>
					{t('enrolments.recovery.saved')}
				</Button>
			</Ends>
		</div>
	);
};
