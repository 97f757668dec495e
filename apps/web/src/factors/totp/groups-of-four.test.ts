import { expect, it } from 'vitest';
import { groupsOfFour } from './groups-of-four.ts';

it('groups without adding or losing a character', () => {
	const groups = groupsOfFour('JBSWY3DPEHPK3PXPJB').map(({ group }) => group);
	expect(groups).toEqual(['JBSW', 'Y3DP', 'EHPK', '3PXP', 'JB']);
	expect(groupsOfFour('')).toEqual([]);
});
