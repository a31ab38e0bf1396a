import { lastReviewed, marksOf, versionAt } from './course.js';
import type { CourseEvent } from './course.js';

const event = (sequence: number, type: string, to: CourseEvent['to'], actor: string, version: number | null = null): CourseEvent => ({
  ...{ sequence, at: '2023-03-01T00:00:00Z', type, actor, actorName: actor, onBehalfOf: null, to, round: 1, version },
});
const course = [
  event(1, 'submit', 'in-review', 'unit', 2),
  event(2, 'review', 'in-review', 'department'),
  event(3, 'review', 'returned', 'office'),
  event(4, 'rung', 'returned', 'clock'),
  event(5, 'submit', 'in-review', 'unit', 5),
  event(6, 'review', 'approved', 'bureau'),
];

it('says what happened to which version', () => {
  expect(marksOf(course).map(({ mark, version }) => [mark, version])).toEqual([
    ['filed', 2],
    ['passed', 2],
    ['returned', 2],
    ['filed', 5],
    ['approved', 5],
  ]);
  expect(marksOf([event(1, 'withdraw', 'open', 'unit')])).toEqual([]);
});

it('knows what each reviewer saw last, and of a new one what was reviewed last', () => {
  const early = marksOf(course.slice(0, 5));
  expect([lastReviewed(early, 'department'), lastReviewed(early, 'bureau'), lastReviewed([], 'bureau')]).toEqual([2, 2, null]);
  expect(lastReviewed(marksOf(course), 'bureau')).toBe(5);
  expect(lastReviewed(marksOf([...course.slice(0, 1), { ...course[1]!, actor: 'deputy', onBehalfOf: 'department' }]), 'department')).toBe(
    2,
  );
});

it('finds the version that a comment was about', () => {
  expect([versionAt(course, 3), versionAt(course, 6), versionAt(course, 0)]).toEqual([2, 5, null]);
});
