import type { Action, Description, Parameter } from '../src/server/description.ts';

const MB = 1024 * 1024;

const photo: Parameter = {
  name: 'ImageURL',
  required: true,
  kind: 'image',
  description: { en: 'The photo.', zh: '原图。' },
  formats: ['JPEG', 'PNG', 'BMP', 'WEBP'],
  maxBytes: 3 * MB,
  minSide: 1,
  maxSide: 1279,
};

function action(name: string, family: string, elements: boolean, more: Partial<Action> = {}): Action {
  return {
    name,
    version: '2019-12-30',
    family,
    title: { en: name.replace('Segment', ''), zh: name },
    summary: { en: 'Cuts out what it is named after.', zh: '抠出对应的对象。' },
    asynchronous: true,
    parameters: [photo],
    result: {
      pictures: [{ path: elements ? 'Data.Elements[].ImageURL' : 'Data.ImageURL', source: false }],
      elements,
      boxes: elements,
      parts: false,
    },
    ...more,
  };
}

/** A server's description of a few actions that differ in what their forms and results need. */
export function describedActions(endpoint: string): Description {
  const mask: Parameter = { ...photo, name: 'MaskImageURL', description: { en: 'The mask.', zh: '掩码。' } };
  return {
    endpoint,
    actions: [
      action('SegmentCommonImage', 'subjects', false),
      action('SegmentHair', 'people', true),
      action('RefineMask', 'masks', true, { parameters: [photo, mask] }),
    ],
    errors: [{ code: 'InvalidImage.Content', status: 400 }],
  };
}
