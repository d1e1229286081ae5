/** How a picture lies in the viewer: magnification, and where its corner is in the viewer's pixels. */
export interface View {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const MOST = 32;
/** Small pictures are not blown up beyond this to fill the viewer. */
const MOST_TO_FIT = 4;

/** The whole picture, in the middle. */
export function fitted(picture: Size, viewer: Size): View {
  const scale = Math.min(viewer.width / picture.width, viewer.height / picture.height, MOST_TO_FIT);
  return {
    scale,
    x: (viewer.width - picture.width * scale) / 2,
    y: (viewer.height - picture.height * scale) / 2,
  };
}

/** At another magnification, so that what is at a point of the viewer stays there. */
export function zoomedAt(view: View, scale: number, point: { readonly x: number; readonly y: number }): View {
  const within = Math.min(MOST, Math.max(0.02, scale));
  const ratio = within / view.scale;
  return { scale: within, x: point.x - (point.x - view.x) * ratio, y: point.y - (point.y - view.y) * ratio };
}

export function moved(view: View, dx: number, dy: number): View {
  return { ...view, x: view.x + dx, y: view.y + dy };
}

/** Kept from being pushed out of the viewer: a quarter of it at least shows the picture, or all of a smaller one. */
export function held(view: View, picture: Size, viewer: Size): View {
  const keep = (at: number, length: number, room: number) => {
    const part = Math.min(length, room / 4);
    return Math.min(room - part, Math.max(part - length, at));
  };
  return {
    scale: view.scale,
    x: keep(view.x, picture.width * view.scale, viewer.width),
    y: keep(view.y, picture.height * view.scale, viewer.height),
  };
}
