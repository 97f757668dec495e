import type { ReactNode } from 'react';
import './instructions.css';

/** What to do, one thing after the other, each a `li`. */
export const Instructions = ({ children }: { children: ReactNode }) => <ol className="instructions">{children}</ol>;
