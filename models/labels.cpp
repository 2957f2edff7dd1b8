#include "models/labels.h"

#include <algorithm>

namespace founder {
namespace {

using G = LabelGroup;

constexpr Label finding(G group, std::string_view upstream, std::string_view display) {
  return {upstream, display, group, false, true, false};
}
constexpr Label critical(G group, std::string_view upstream, std::string_view display) {
  return {upstream, display, group, true, true, false};
}
constexpr Label compares(std::string_view upstream, std::string_view display) {
  return {upstream, display, G::comparison, false, false, false};
}
constexpr Label partial(std::string_view upstream, std::string_view display) {
  return {upstream, display, G::fragment, false, true, true};
}

constexpr std::array<Label, 150> table = {{
    finding(G::general, "ABNORMAL ECG", "Abnormal ECG"),
    finding(G::rhythm, "NORMAL SINUS RHYTHM", "Normal sinus rhythm"),
    finding(G::general, "NORMAL ECG", "Normal ECG"),
    finding(G::rhythm, "SINUS RHYTHM", "Sinus rhythm"),
    finding(G::rhythm, "SINUS BRADYCARDIA", "Sinus bradycardia"),
    finding(G::rhythm, "ATRIAL FIBRILLATION", "Atrial fibrillation"),
    finding(G::rhythm, "SINUS TACHYCARDIA", "Sinus tachycardia"),
    partial("otherwise normal ecg", "… otherwise normal ECG"),
    finding(G::axis, "LEFT AXIS DEVIATION", "Left axis deviation"),
    finding(G::rhythm, "PREMATURE VENTRICULAR COMPLEXES", "Premature ventricular complexes"),
    finding(G::general, "BORDERLINE ECG", "Borderline ECG"),
    finding(G::conduction, "RIGHT BUNDLE BRANCH BLOCK", "Right bundle branch block"),
    finding(G::infarctIschaemia, "SEPTAL INFARCT", "Septal infarct"),
    finding(G::hypertrophyEnlargement, "LEFT ATRIAL ENLARGEMENT", "Left atrial enlargement"),
    finding(G::repolarisation, "NONSPECIFIC T WAVE ABNORMALITY", "Nonspecific T wave abnormality"),
    finding(G::general, "LOW VOLTAGE QRS", "Low voltage QRS"),
    finding(G::rhythm, "PREMATURE ATRIAL COMPLEXES", "Premature atrial complexes"),
    finding(G::infarctIschaemia, "ANTERIOR INFARCT", "Anterior infarct"),
    finding(G::conduction, "INCOMPLETE RIGHT BUNDLE BRANCH BLOCK",
            "Incomplete right bundle branch block"),
    finding(G::rhythm, "PREMATURE SUPRAVENTRICULAR COMPLEXES",
            "Premature supraventricular complexes"),
    finding(G::conduction, "LEFT BUNDLE BRANCH BLOCK", "Left bundle branch block"),
    compares("NONSPECIFIC T WAVE ABNORMALITY NOW EVIDENT IN",
             "Nonspecific T wave abnormality, now evident"),
    compares("NONSPECIFIC T WAVE ABNORMALITY NO LONGER EVIDENT IN",
             "Nonspecific T wave abnormality, no longer evident"),
    compares("T WAVE INVERSION NOW EVIDENT IN", "T wave inversion, now evident"),
    finding(G::infarctIschaemia, "LATERAL INFARCT", "Lateral infarct"),
    finding(G::repolarisation, "NONSPECIFIC ST ABNORMALITY", "Nonspecific ST abnormality"),
    finding(G::hypertrophyEnlargement, "LEFT VENTRICULAR HYPERTROPHY",
            "Left ventricular hypertrophy"),
    compares("T WAVE INVERSION NO LONGER EVIDENT IN", "T wave inversion, no longer evident"),
    partial("WITH RAPID VENTRICULAR RESPONSE", "… with rapid ventricular response"),
    compares("QT HAS SHORTENED", "QT has shortened"),
    compares("QT HAS LENGTHENED", "QT has lengthened"),
    finding(G::rhythm, "FUSION COMPLEXES", "Fusion complexes"),
    finding(G::rhythm, "ATRIAL FLUTTER", "Atrial flutter"),
    finding(G::rhythm, "MARKED SINUS BRADYCARDIA", "Marked sinus bradycardia"),
    finding(G::rhythm, "WITH SINUS ARRHYTHMIA", "Sinus arrhythmia"),
    finding(G::repolarisation, "NONSPECIFIC ST AND T WAVE ABNORMALITY",
            "Nonspecific ST and T wave abnormality"),
    finding(G::conduction, "LEFT ANTERIOR FASCICULAR BLOCK", "Left anterior fascicular block"),
    finding(G::axis, "RIGHT AXIS DEVIATION", "Right axis deviation"),
    finding(G::rhythm, "ECTOPIC ATRIAL RHYTHM", "Ectopic atrial rhythm"),
    finding(G::rhythm, "UNDETERMINED RHYTHM", "Undetermined rhythm"),
    finding(G::infarctIschaemia, "ANTEROSEPTAL INFARCT", "Anteroseptal infarct"),
    finding(G::axis, "RIGHTWARD AXIS", "Rightward axis"),
    compares("ST NOW DEPRESSED IN", "ST now depressed"),
    finding(G::conduction, "WITH SHORT PR", "Short PR"),
    finding(G::rhythm, "WITH MARKED SINUS ARRHYTHMIA", "Marked sinus arrhythmia"),
    compares("ST NO LONGER DEPRESSED IN", "ST no longer depressed"),
    compares("INVERTED T WAVES HAVE REPLACED NONSPECIFIC T WAVE ABNORMALITY IN",
             "Inverted T waves have replaced nonspecific T wave abnormality"),
    compares("NON-SPECIFIC CHANGE IN ST SEGMENT IN", "Nonspecific change in ST segment"),
    compares("NONSPECIFIC T WAVE ABNORMALITY HAS REPLACED INVERTED T WAVES IN",
             "Nonspecific T wave abnormality has replaced inverted T waves"),
    finding(G::rhythm, "JUNCTIONAL RHYTHM", "Junctional rhythm"),
    finding(G::pacing, "ELECTRONIC ATRIAL PACEMAKER", "Electronic atrial pacemaker"),
    finding(G::conduction, "ABERRANT CONDUCTION", "Aberrant conduction"),
    finding(G::pacing, "ELECTRONIC VENTRICULAR PACEMAKER", "Electronic ventricular pacemaker"),
    compares("T WAVE INVERSION LESS EVIDENT IN", "T wave inversion, less evident"),
    finding(G::infarctIschaemia, "ANTEROLATERAL INFARCT", "Anterolateral infarct"),
    partial("WITH REPOLARIZATION ABNORMALITY", "… with repolarisation abnormality"),
    finding(G::conduction, "RSR' OR QR PATTERN IN V1 SUGGESTS RIGHT VENTRICULAR CONDUCTION DELAY",
            "RSR' or QR pattern in V1, suggests right ventricular conduction delay"),
    compares("T WAVE INVERSION MORE EVIDENT IN", "T wave inversion, more evident"),
    finding(G::rhythm, "WIDE QRS RHYTHM", "Wide QRS rhythm"),
    finding(G::rhythm, "WITH PREMATURE VENTRICULAR OR ABERRANTLY CONDUCTED COMPLEXES",
            "Premature ventricular or aberrantly conducted complexes"),
    finding(G::hypertrophyEnlargement, "RIGHT ATRIAL ENLARGEMENT", "Right atrial enlargement"),
    finding(G::infarctIschaemia, "INFERIOR INFARCT", "Inferior infarct"),
    finding(G::conduction, "INCOMPLETE LEFT BUNDLE BRANCH BLOCK",
            "Incomplete left bundle branch block"),
    finding(G::hypertrophyEnlargement, "VOLTAGE CRITERIA FOR LEFT VENTRICULAR HYPERTROPHY",
            "Voltage criteria for left ventricular hypertrophy"),
    partial("OR DIGITALIS EFFECT", "… or digitalis effect"),
    finding(G::conduction, "BIFASCICULAR BLOCK", "Bifascicular block"),
    compares("ST NO LONGER ELEVATED IN", "ST no longer elevated"),
    partial("WITH SLOW VENTRICULAR RESPONSE", "… with slow ventricular response"),
    compares("ST ELEVATION NOW PRESENT IN", "ST elevation, now present"),
    finding(G::rhythm, "PREMATURE ECTOPIC COMPLEXES", "Premature ectopic complexes"),
    finding(G::conduction, "LEFT POSTERIOR FASCICULAR BLOCK", "Left posterior fascicular block"),
    compares("T WAVE AMPLITUDE HAS DECREASED IN", "T wave amplitude has decreased"),
    partial("WITH A COMPETING JUNCTIONAL PACEMAKER", "… with a competing junctional pacemaker"),
    finding(G::axis, "RIGHT SUPERIOR AXIS DEVIATION", "Right superior axis deviation"),
    finding(G::hypertrophyEnlargement, "BIATRIAL ENLARGEMENT", "Biatrial enlargement"),
    finding(G::pacing, "VENTRICULAR-PACED RHYTHM", "Ventricular-paced rhythm"),
    finding(G::pacing, "ATRIAL-PACED RHYTHM", "Atrial-paced rhythm"),
    compares("T WAVE AMPLITUDE HAS INCREASED IN", "T wave amplitude has increased"),
    partial("WITH QRS WIDENING", "… with QRS widening"),
    finding(G::conduction, "WITH 1ST DEGREE AV BLOCK", "First-degree AV block"),
    finding(G::repolarisation, "PROLONGED QT", "Prolonged QT"),
    finding(G::conduction, "WITH PROLONGED AV CONDUCTION", "Prolonged AV conduction"),
    finding(G::hypertrophyEnlargement, "RIGHT VENTRICULAR HYPERTROPHY",
            "Right ventricular hypertrophy"),
    partial("WITH QRS WIDENING AND REPOLARIZATION ABNORMALITY",
            "… with QRS widening and repolarisation abnormality"),
    finding(G::pacing, "ATRIAL-SENSED VENTRICULAR-PACED RHYTHM",
            "Atrial-sensed ventricular-paced rhythm"),
    finding(G::pacing, "AV SEQUENTIAL OR DUAL CHAMBER ELECTRONIC PACEMAKER",
            "AV sequential or dual chamber electronic pacemaker"),
    finding(G::general, "PULMONARY DISEASE PATTERN", "Pulmonary disease pattern"),
    critical(G::infarctIschaemia, "ACUTE MI / STEMI", "Acute MI / STEMI"),
    finding(G::infarctIschaemia, "INFERIOR-POSTERIOR INFARCT", "Inferior-posterior infarct"),
    finding(G::conduction, "NONSPECIFIC INTRAVENTRICULAR CONDUCTION DELAY",
            "Nonspecific intraventricular conduction delay"),
    finding(G::rhythm, "PREMATURE VENTRICULAR AND FUSION COMPLEXES",
            "Premature ventricular and fusion complexes"),
    partial("IN A PATTERN OF BIGEMINY", "… in a pattern of bigeminy"),
    finding(G::pacing, "AV DUAL-PACED RHYTHM", "AV dual-paced rhythm"),
    finding(G::rhythm, "SUPRAVENTRICULAR TACHYCARDIA", "Supraventricular tachycardia"),
    finding(G::pacing, "VENTRICULAR-PACED COMPLEXES", "Ventricular-paced complexes"),
    critical(G::rhythm, "WIDE QRS TACHYCARDIA", "Wide QRS tachycardia"),
    finding(G::conduction, "RSR' PATTERN IN V1", "RSR' pattern in V1"),
    compares("ST LESS DEPRESSED IN", "ST less depressed"),
    critical(G::rhythm, "VENTRICULAR TACHYCARDIA", "Ventricular tachycardia"),
    finding(G::repolarisation, "EARLY REPOLARIZATION", "Early repolarisation"),
    compares("ST MORE DEPRESSED IN", "ST more depressed"),
    partial("ANTEROLATERAL LEADS", "… anterolateral leads"),
    finding(G::pacing, "ELECTRONIC DEMAND PACING", "Electronic demand pacing"),
    finding(G::conduction, "RBBB AND LEFT ANTERIOR FASCICULAR BLOCK",
            "RBBB and left anterior fascicular block"),
    critical(G::infarctIschaemia, "LATERAL INJURY PATTERN", "Lateral injury pattern"),
    finding(G::pacing, "BIVENTRICULAR PACEMAKER DETECTED", "Biventricular pacemaker detected"),
    critical(G::pacing, "SUSPECT UNSPECIFIED PACEMAKER FAILURE",
             "Suspect unspecified pacemaker failure"),
    finding(G::conduction, "WOLFF-PARKINSON-WHITE", "Wolff-Parkinson-White"),
    finding(G::rhythm, "WITH VENTRICULAR ESCAPE COMPLEXES", "Ventricular escape complexes"),
    critical(G::infarctIschaemia, "INFERIOR INJURY PATTERN", "Inferior injury pattern"),
    critical(G::infarctIschaemia,
             "CONSIDER RIGHT VENTRICULAR INVOLVEMENT IN ACUTE INFERIOR INFARCT",
             "Consider right ventricular involvement in acute inferior infarct"),
    compares("ST ELEVATION HAS REPLACED ST DEPRESSION IN",
             "ST elevation has replaced ST depression"),
    finding(G::conduction, "NONSPECIFIC INTRAVENTRICULAR BLOCK",
            "Nonspecific intraventricular block"),
    partial("MASKED BY FASCICULAR BLOCK", "… masked by fascicular block"),
    partial("PEDIATRIC ECG ANALYSIS", "Paediatric ECG analysis"),
    partial("BLOCKED", "… blocked"),
    partial("WITH UNDETERMINED RHYTHM IRREGULARITY", "… with undetermined rhythm irregularity"),
    finding(G::axis, "LEFTWARD AXIS", "Leftward axis"),
    finding(G::rhythm, "WITH 2ND DEGREE SA BLOCK MOBITZ I", "Second-degree SA block, Mobitz I"),
    partial("ACUTE", "… acute"),
    finding(G::axis, "ABNORMAL LEFT AXIS DEVIATION", "Abnormal left axis deviation"),
    critical(G::conduction, "WITH COMPLETE HEART BLOCK", "Complete heart block"),
    finding(G::rhythm, "NO P-WAVES FOUND", "No P waves found"),
    compares("ST LESS ELEVATED IN", "ST less elevated"),
    partial("WITH RETROGRADE CONDUCTION", "… with retrograde conduction"),
    compares("ST MORE ELEVATED IN", "ST more elevated"),
    finding(G::rhythm, "JUNCTIONAL BRADYCARDIA", "Junctional bradycardia"),
    finding(G::conduction, "WITH VARIABLE AV BLOCK", "Variable AV block"),
    critical(G::infarctIschaemia, "ANTERIOR INJURY PATTERN", "Anterior injury pattern"),
    finding(G::rhythm, "WITH JUNCTIONAL ESCAPE COMPLEXES", "Junctional escape complexes"),
    critical(G::infarctIschaemia, "ACUTE MI", "Acute MI"),
    finding(G::infarctIschaemia, "ACUTE PERICARDITIS", "Acute pericarditis"),
    finding(G::infarctIschaemia, "POSTERIOR INFARCT", "Posterior infarct"),
    critical(G::rhythm, "IDIOVENTRICULAR RHYTHM", "Idioventricular rhythm"),
    finding(G::rhythm, "WITH 2ND DEGREE SA BLOCK MOBITZ II", "Second-degree SA block, Mobitz II"),
    partial("R IN AVL", "… R in aVL"),
    partial("SINUS/ATRIAL CAPTURE", "… sinus/atrial capture"),
    finding(G::pacing, "AV DUAL-PACED COMPLEXES", "AV dual-paced complexes"),
    critical(G::infarctIschaemia, "INFEROLATERAL INJURY PATTERN", "Inferolateral injury pattern"),
    finding(G::conduction, "RBBB AND LEFT POSTERIOR FASCICULAR BLOCK",
            "RBBB and left posterior fascicular block"),
    critical(G::infarctIschaemia, "ANTEROLATERAL INJURY PATTERN", "Anterolateral injury pattern"),
    finding(G::pacing, "ATRIAL-PACED COMPLEXES", "Atrial-paced complexes"),
    finding(G::rhythm, "WITH SINUS PAUSE", "Sinus pause"),
    finding(G::hypertrophyEnlargement, "BIVENTRICULAR HYPERTROPHY", "Biventricular hypertrophy"),
    finding(G::axis, "ABNORMAL RIGHT AXIS DEVIATION", "Abnormal right axis deviation"),
    finding(G::rhythm, "SUPRAVENTRICULAR COMPLEXES", "Supraventricular complexes"),
    finding(G::conduction, "WITH 2ND DEGREE AV BLOCK MOBITZ I", "Second-degree AV block, Mobitz I"),
    finding(G::conduction, "WITH 2:1 AV CONDUCTION", "2:1 AV conduction"),
    finding(G::rhythm, "WITH AV DISSOCIATION", "AV dissociation"),
    finding(G::rhythm, "MULTIFOCAL ATRIAL TACHYCARDIA", "Multifocal atrial tachycardia"),
}};

// CinC 2017's classes that ECGFounder has no label for.
constexpr std::array<Label, 2> bundledTable = {{
    finding(G::rhythm, "OTHER RHYTHM", "Other rhythm (neither normal sinus nor AF)"),
    finding(G::general, "TOO NOISY TO READ", "Too noisy to read"),
}};


}  // namespace

const std::array<Label, 150>& founderLabels() { return table; }

const std::array<Label, 2>& bundledLabels() { return bundledTable; }

const Label* findLabel(std::string_view upstreamName) {
  const auto named = [&](const Label& label) { return label.upstreamName == upstreamName; };
  if (const auto found = std::find_if(table.begin(), table.end(), named); found != table.end())
    return &*found;
  const auto own = std::find_if(bundledTable.begin(), bundledTable.end(), named);
  return own == bundledTable.end() ? nullptr : &*own;
}

std::string midSentence(std::string_view displayName) {
  std::string out(displayName);
  const bool word = out.size() > 1 && out[1] >= 'a' && out[1] <= 'z';
  const bool name = out.rfind("Wolff", 0) == 0;
  if (word && !name && out[0] >= 'A' && out[0] <= 'Z')
    out[0] = static_cast<char>(out[0] - 'A' + 'a');
  return out;
}

std::string_view groupName(LabelGroup group) {
  switch (group) {
    case G::rhythm:
      return "rhythm";
    case G::conduction:
      return "conduction";
    case G::infarctIschaemia:
      return "infarct-ischaemia";
    case G::hypertrophyEnlargement:
      return "hypertrophy-enlargement";
    case G::axis:
      return "axis";
    case G::repolarisation:
      return "repolarisation";
    case G::pacing:
      return "pacing";
    case G::general:
      return "general";
    case G::comparison:
      return "comparison";
    case G::fragment:
      return "fragment";
  }
  return "general";
}

}  // namespace founder
