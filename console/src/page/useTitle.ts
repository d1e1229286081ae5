import { useEffect } from 'preact/hooks';

/** Names the page in the browser's tab and history as long as a component is there. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · imageseg`;
    return () => {
      document.title = 'imageseg';
    };
  }, [title]);
}
