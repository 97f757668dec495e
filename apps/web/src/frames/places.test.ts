import { expect, it } from 'vitest';
import { placesFor } from './places.ts';

it('has people only where a mailbox is shared', () => {
	const shared = placesFor('shared').map(({ to }) => to);
	expect(shared).toContain('/security/people');
	expect(placesFor('person').map(({ to }) => to)).toEqual(shared.filter((to) => to !== '/security/people'));
});
