import { expect, test } from 'vitest';
import { routeOf } from './route';

test('an address names an action, or a part of the operator’s page', () => {
  expect(routeOf('#/SegmentHair')).toEqual({ kind: 'action', name: 'SegmentHair' });
  expect(routeOf('#/operator/usage')).toEqual({ kind: 'operator', part: 'usage' });
});

test('the operator’s page begins with keys, and the page with the first action', () => {
  expect(routeOf('#/operator')).toEqual({ kind: 'operator', part: 'keys' });
  expect(routeOf('')).toEqual({ kind: 'action', name: '' });
});
