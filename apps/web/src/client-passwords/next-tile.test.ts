import { expect, it } from 'vitest';
import { nextTile } from './next-tile.ts';

it('goes as the arrows point, and stays at the edges', () => {
	const from4 = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'].map((key) => nextTile(key, 4, 3, 9));
	expect(from4).toEqual([3, 5, 1, 7, 0, 8]);
	expect(nextTile('ArrowRight', 2, 3, 9)).toBe(3);
	expect(nextTile('ArrowLeft', 0, 3, 9)).toBeUndefined();
	expect(nextTile('ArrowDown', 7, 3, 9)).toBeUndefined();
	expect(nextTile('ArrowDown', 0, 1, 9)).toBe(1);
	expect(nextTile('a', 4, 3, 9)).toBeUndefined();
});
