/** A tagged sheet between crop marks, for the page without a corpus. Decoration: it says nothing. */
export function ProofSheet() {
  return (
    <svg className="proof" viewBox="0 0 332 430" aria-hidden="true">
      <path
        className="proof-crop"
        d="M17.5 0v14M0 17.5h14M314.5 0v14M318 17.5h14M17.5 430v-14M0 412.5h14M314.5 430v-14M318 412.5h14"
      />
      <g className="proof-title">
        <rect x="72" y="56" width="194" height="16" rx="2" />
        <rect x="72" y="82" width="136" height="16" rx="2" />
      </g>
      <g className="proof-word">
        <rect x="72" y="108" width="75" height="8" rx="2" />
        <rect x="72" y="154" width="51" height="9" rx="2" />
        <rect x="211" y="154" width="31" height="9" rx="2" />
        <rect x="248" y="154" width="45" height="9" rx="2" />
        <rect x="119" y="222" width="72" height="9" rx="2" />
        <rect x="199" y="222" width="29" height="9" rx="2" />
        <rect x="236" y="222" width="57" height="9" rx="2" />
        <rect x="72" y="256" width="94" height="9" rx="2" />
        <rect x="242" y="256" width="51" height="9" rx="2" />
        <rect x="72" y="290" width="32" height="9" rx="2" />
        <rect x="112" y="290" width="76" height="9" rx="2" />
        <rect x="196" y="290" width="97" height="9" rx="2" />
      </g>
      <g className="proof-actor">
        <rect x="131" y="154" width="72" height="9" rx="2" />
        <path d="M131 169h72" />
        <text x="131" y="149">
          A
        </text>
        <path className="proof-lane" d="M42 154v24" />
      </g>
      <g className="proof-claim">
        <rect x="72" y="188" width="101" height="9" rx="2" />
        <rect x="181" y="188" width="44" height="9" rx="2" />
        <rect x="233" y="188" width="60" height="9" rx="2" />
        <rect x="72" y="222" width="39" height="9" rx="2" />
        <path d="M72 207.500h221M72 236.500h47" />
        <text x="72" y="183">
          C
        </text>
        <path d="M57 188h-3v60h3" />
      </g>
      <g className="proof-location">
        <rect x="174" y="256" width="60" height="9" rx="2" />
        <path d="M174 270.500h60M174 272.500h60M233 202.500h60M233 204.500h60M47.500 188v24M49.500 188v24M47.500 256v24M49.500 256v24" />
        <text x="174" y="251">
          L
        </text>
        <text x="233" y="183">
          L
        </text>
      </g>
    </svg>
  );
}
