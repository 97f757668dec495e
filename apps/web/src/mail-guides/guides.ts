import type { MailApp } from '@mailward/shared/mail-apps.ts';
import { android } from './apps/android.tsx';
import { foxmail } from './apps/foxmail.tsx';
import { huawei } from './apps/huawei.tsx';
import { iphone } from './apps/iphone.tsx';
import { macMail } from './apps/mac-mail.tsx';
import { outlook } from './apps/outlook.tsx';
import { program } from './apps/program.tsx';
import { thunderbird } from './apps/thunderbird.tsx';
import type { Guide } from './guide.ts';

export const guides: Readonly<Record<MailApp, Guide>> = {
	foxmail,
	outlook,
	'mac-mail': macMail,
	iphone,
	huawei,
	android,
	thunderbird,
	program,
};
