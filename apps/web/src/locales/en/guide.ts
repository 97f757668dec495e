import { mailGuides } from './guide/mail-guides.ts';
import { pages } from './guide/pages.ts';
import { phoneGuides } from './guide/phone-guides.ts';

/** The guides: what the public pages say, and how each mail app is given its new password. */
export default {
	/** Said in the frame, which is elsewhere with what is said past the sign-in form. */
	shell: { skip: 'Skip to the content' },
	guide: pages,
	mailGuides: { ...mailGuides, ...phoneGuides },
} as const;
