/** The mark: a figure cut out of the checkerboard that stands for nothing. */
export function Mark({ size }: { size: number }) {
  return (
    <svg class="mark" viewBox="0 0 24 24" width={size} height={size} aria-hidden="true" focusable="false">
      <rect class="mark-ground" width="24" height="24" rx="6" />
      <path
        class="mark-checker"
        d="M4 4h4v4H4zM12 4h4v4h-4zM8 8h4v4H8zM16 8h4v4h-4zM4 12h4v4H4zM12 12h4v4h-4zM8 16h4v4H8zM16 16h4v4h-4z"
      />
      <path
        class="mark-figure"
        d="M12 5.5a3.7 3.7 0 0 1 2 6.8c2.8.9 4.6 3.2 5 7.7H5c.4-4.5 2.2-6.8 5-7.7a3.7 3.7 0 0 1 2-6.8z"
      />
    </svg>
  );
}
