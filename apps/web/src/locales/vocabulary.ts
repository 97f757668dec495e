import type enDoor from './en/door.ts';
import type enInside from './en/inside.ts';

/** Each language comes in two parts: what the sign-in form says, which is all that the first screen waits for, and the rest. */
export type Part = 'door' | 'inside';

/** The first language gives every other its shape. */
export type DoorWords = typeof enDoor;
export type InsideWords = typeof enInside;

/** Both parts as one: names that are in both, such as `errors`, hold what either has. */
export type Words = DoorWords & InsideWords;
