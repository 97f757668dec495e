import type { GuideWords } from '../vocabulary.ts';
import type { Wording } from '../wording.ts';
import { mailGuides } from './guide/mail-guides.ts';
import { pages } from './guide/pages.ts';
import { phoneGuides } from './guide/phone-guides.ts';

const guide: Wording<GuideWords> = {
	shell: { skip: '跳到正文' },
	guide: pages,
	mailGuides: { ...mailGuides, ...phoneGuides },
};

export default guide;
