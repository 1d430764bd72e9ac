/** A mail address, which breaks before its host where a line is too short for it. */
export function Address({ value }: { value: string }) {
  const at = value.lastIndexOf("@");
  return (
    <span className="wrap-anywhere">
      {value.slice(0, Math.max(at, 0))}
      <wbr />
      {value.slice(Math.max(at, 0))}
    </span>
  );
}
