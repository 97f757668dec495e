import type { ProveProps } from '../factor.ts';
import { ScanProve } from '../scan/scan-prove.tsx';
import { dingtalk } from './app.ts';

export const Prove = (props: ProveProps<'dingtalk'>) => <ScanProve {...props} app={dingtalk} />;
