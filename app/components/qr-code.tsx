/** Always dark on light, in both themes: many cameras read nothing else. */
export function QrCode({ path, size, label }: { path: string; size: number; label: string }) {
  return (
    <svg className="qr-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <path d={path} />
    </svg>
  );
}
