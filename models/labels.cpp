#include "models/labels.h"

namespace founder {
namespace {

constexpr Label entry(std::string_view upstreamName, std::string_view displayName,
                      LabelGroup group) {
  return {upstreamName,
          displayName,
          group,
          group != LabelGroup::comparison,
          group == LabelGroup::fragment,
          false};
}

// Acute ischaemia, rhythms and blocks that can turn lethal, and a failing pacemaker. The list has
// no Mobitz II AV block, so any second-degree AV block counts. New ST elevation counts although one
// ECG cannot tell that it is new.
constexpr Label critical(std::string_view upstreamName, std::string_view displayName,
                         LabelGroup group) {
  Label label = entry(upstreamName, displayName, group);
  label.critical = true;
  return label;
}

// Names of the "WITH ..." kind that are findings by themselves are not fragments.
constexpr std::array<Label, 150> labels = {{
    entry("ABNORMAL ECG", "Abnormal ECG", LabelGroup::general),
    entry("NORMAL SINUS RHYTHM", "Normal sinus rhythm", LabelGroup::rhythm),
    entry("NORMAL ECG", "Normal ECG", LabelGroup::general),
    entry("SINUS RHYTHM", "Sinus rhythm", LabelGroup::rhythm),
    entry("SINUS BRADYCARDIA", "Sinus bradycardia", LabelGroup::rhythm),
    entry("ATRIAL FIBRILLATION", "Atrial fibrillation", LabelGroup::rhythm),
    entry("SINUS TACHYCARDIA", "Sinus tachycardia", LabelGroup::rhythm),
    entry("otherwise normal ecg", "Otherwise normal ECG", LabelGroup::general),
    entry("LEFT AXIS DEVIATION", "Left axis deviation", LabelGroup::axis),
    entry("PREMATURE VENTRICULAR COMPLEXES", "Premature ventricular complexes", LabelGroup::rhythm),
    entry("BORDERLINE ECG", "Borderline ECG", LabelGroup::general),
    entry("RIGHT BUNDLE BRANCH BLOCK", "Right bundle branch block", LabelGroup::conduction),
    entry("SEPTAL INFARCT", "Septal infarct", LabelGroup::infarctIschaemia),
    entry("LEFT ATRIAL ENLARGEMENT", "Left atrial enlargement", LabelGroup::hypertrophyEnlargement),
    entry("NONSPECIFIC T WAVE ABNORMALITY", "Nonspecific T wave abnormality",
          LabelGroup::repolarisation),
    entry("LOW VOLTAGE QRS", "Low voltage QRS", LabelGroup::general),
    entry("PREMATURE ATRIAL COMPLEXES", "Premature atrial complexes", LabelGroup::rhythm),
    entry("ANTERIOR INFARCT", "Anterior infarct", LabelGroup::infarctIschaemia),
    entry("INCOMPLETE RIGHT BUNDLE BRANCH BLOCK", "Incomplete right bundle branch block",
          LabelGroup::conduction),
    entry("PREMATURE SUPRAVENTRICULAR COMPLEXES", "Premature supraventricular complexes",
          LabelGroup::rhythm),
    entry("LEFT BUNDLE BRANCH BLOCK", "Left bundle branch block", LabelGroup::conduction),
    entry("NONSPECIFIC T WAVE ABNORMALITY NOW EVIDENT IN",
          "Nonspecific T wave abnormality now evident", LabelGroup::comparison),
    entry("NONSPECIFIC T WAVE ABNORMALITY NO LONGER EVIDENT IN",
          "Nonspecific T wave abnormality no longer evident", LabelGroup::comparison),
    entry("T WAVE INVERSION NOW EVIDENT IN", "T wave inversion now evident",
          LabelGroup::comparison),
    entry("LATERAL INFARCT", "Lateral infarct", LabelGroup::infarctIschaemia),
    entry("NONSPECIFIC ST ABNORMALITY", "Nonspecific ST abnormality", LabelGroup::repolarisation),
    entry("LEFT VENTRICULAR HYPERTROPHY", "Left ventricular hypertrophy",
          LabelGroup::hypertrophyEnlargement),
    entry("T WAVE INVERSION NO LONGER EVIDENT IN", "T wave inversion no longer evident",
          LabelGroup::comparison),
    entry("WITH RAPID VENTRICULAR RESPONSE", "… with rapid ventricular response",
          LabelGroup::fragment),
    entry("QT HAS SHORTENED", "QT has shortened", LabelGroup::comparison),
    entry("QT HAS LENGTHENED", "QT has lengthened", LabelGroup::comparison),
    entry("FUSION COMPLEXES", "Fusion complexes", LabelGroup::rhythm),
    entry("ATRIAL FLUTTER", "Atrial flutter", LabelGroup::rhythm),
    entry("MARKED SINUS BRADYCARDIA", "Marked sinus bradycardia", LabelGroup::rhythm),
    entry("WITH SINUS ARRHYTHMIA", "Sinus arrhythmia", LabelGroup::rhythm),
    entry("NONSPECIFIC ST AND T WAVE ABNORMALITY", "Nonspecific ST and T wave abnormality",
          LabelGroup::repolarisation),
    entry("LEFT ANTERIOR FASCICULAR BLOCK", "Left anterior fascicular block",
          LabelGroup::conduction),
    entry("RIGHT AXIS DEVIATION", "Right axis deviation", LabelGroup::axis),
    entry("ECTOPIC ATRIAL RHYTHM", "Ectopic atrial rhythm", LabelGroup::rhythm),
    entry("UNDETERMINED RHYTHM", "Undetermined rhythm", LabelGroup::rhythm),
    entry("ANTEROSEPTAL INFARCT", "Anteroseptal infarct", LabelGroup::infarctIschaemia),
    entry("RIGHTWARD AXIS", "Rightward axis", LabelGroup::axis),
    entry("ST NOW DEPRESSED IN", "ST now depressed", LabelGroup::comparison),
    entry("WITH SHORT PR", "Short PR interval", LabelGroup::conduction),
    entry("WITH MARKED SINUS ARRHYTHMIA", "Marked sinus arrhythmia", LabelGroup::rhythm),
    entry("ST NO LONGER DEPRESSED IN", "ST no longer depressed", LabelGroup::comparison),
    entry("INVERTED T WAVES HAVE REPLACED NONSPECIFIC T WAVE ABNORMALITY IN",
          "Inverted T waves have replaced nonspecific T wave abnormality", LabelGroup::comparison),
    entry("NON-SPECIFIC CHANGE IN ST SEGMENT IN", "Nonspecific change in ST segment",
          LabelGroup::comparison),
    entry("NONSPECIFIC T WAVE ABNORMALITY HAS REPLACED INVERTED T WAVES IN",
          "Nonspecific T wave abnormality has replaced inverted T waves", LabelGroup::comparison),
    entry("JUNCTIONAL RHYTHM", "Junctional rhythm", LabelGroup::rhythm),
    entry("ELECTRONIC ATRIAL PACEMAKER", "Electronic atrial pacemaker", LabelGroup::pacing),
    entry("ABERRANT CONDUCTION", "Aberrant conduction", LabelGroup::conduction),
    entry("ELECTRONIC VENTRICULAR PACEMAKER", "Electronic ventricular pacemaker",
          LabelGroup::pacing),
    entry("T WAVE INVERSION LESS EVIDENT IN", "T wave inversion less evident",
          LabelGroup::comparison),
    entry("ANTEROLATERAL INFARCT", "Anterolateral infarct", LabelGroup::infarctIschaemia),
    entry("WITH REPOLARIZATION ABNORMALITY", "… with repolarisation abnormality",
          LabelGroup::fragment),
    entry("RSR' OR QR PATTERN IN V1 SUGGESTS RIGHT VENTRICULAR CONDUCTION DELAY",
          "RSR' or QR pattern in V1 suggests right ventricular conduction delay",
          LabelGroup::conduction),
    entry("T WAVE INVERSION MORE EVIDENT IN", "T wave inversion more evident",
          LabelGroup::comparison),
    entry("WIDE QRS RHYTHM", "Wide QRS rhythm", LabelGroup::rhythm),
    entry("WITH PREMATURE VENTRICULAR OR ABERRANTLY CONDUCTED COMPLEXES",
          "Premature ventricular or aberrantly conducted complexes", LabelGroup::rhythm),
    entry("RIGHT ATRIAL ENLARGEMENT", "Right atrial enlargement",
          LabelGroup::hypertrophyEnlargement),
    entry("INFERIOR INFARCT", "Inferior infarct", LabelGroup::infarctIschaemia),
    entry("INCOMPLETE LEFT BUNDLE BRANCH BLOCK", "Incomplete left bundle branch block",
          LabelGroup::conduction),
    entry("VOLTAGE CRITERIA FOR LEFT VENTRICULAR HYPERTROPHY",
          "Voltage criteria for left ventricular hypertrophy", LabelGroup::hypertrophyEnlargement),
    entry("OR DIGITALIS EFFECT", "… or digitalis effect", LabelGroup::fragment),
    entry("BIFASCICULAR BLOCK", "Bifascicular block", LabelGroup::conduction),
    entry("ST NO LONGER ELEVATED IN", "ST no longer elevated", LabelGroup::comparison),
    entry("WITH SLOW VENTRICULAR RESPONSE", "… with slow ventricular response",
          LabelGroup::fragment),
    critical("ST ELEVATION NOW PRESENT IN", "ST elevation now present", LabelGroup::comparison),
    entry("PREMATURE ECTOPIC COMPLEXES", "Premature ectopic complexes", LabelGroup::rhythm),
    entry("LEFT POSTERIOR FASCICULAR BLOCK", "Left posterior fascicular block",
          LabelGroup::conduction),
    entry("T WAVE AMPLITUDE HAS DECREASED IN", "T wave amplitude has decreased",
          LabelGroup::comparison),
    entry("WITH A COMPETING JUNCTIONAL PACEMAKER", "Competing junctional pacemaker",
          LabelGroup::rhythm),
    entry("RIGHT SUPERIOR AXIS DEVIATION", "Right superior axis deviation", LabelGroup::axis),
    entry("BIATRIAL ENLARGEMENT", "Biatrial enlargement", LabelGroup::hypertrophyEnlargement),
    entry("VENTRICULAR-PACED RHYTHM", "Ventricular-paced rhythm", LabelGroup::pacing),
    entry("ATRIAL-PACED RHYTHM", "Atrial-paced rhythm", LabelGroup::pacing),
    entry("T WAVE AMPLITUDE HAS INCREASED IN", "T wave amplitude has increased",
          LabelGroup::comparison),
    entry("WITH QRS WIDENING", "… with QRS widening", LabelGroup::fragment),
    entry("WITH 1ST DEGREE AV BLOCK", "First-degree AV block", LabelGroup::conduction),
    critical("PROLONGED QT", "Prolonged QT", LabelGroup::repolarisation),
    entry("WITH PROLONGED AV CONDUCTION", "Prolonged AV conduction", LabelGroup::conduction),
    entry("RIGHT VENTRICULAR HYPERTROPHY", "Right ventricular hypertrophy",
          LabelGroup::hypertrophyEnlargement),
    entry("WITH QRS WIDENING AND REPOLARIZATION ABNORMALITY",
          "… with QRS widening and repolarisation abnormality", LabelGroup::fragment),
    entry("ATRIAL-SENSED VENTRICULAR-PACED RHYTHM", "Atrial-sensed ventricular-paced rhythm",
          LabelGroup::pacing),
    entry("AV SEQUENTIAL OR DUAL CHAMBER ELECTRONIC PACEMAKER",
          "AV sequential or dual-chamber electronic pacemaker", LabelGroup::pacing),
    entry("PULMONARY DISEASE PATTERN", "Pulmonary disease pattern", LabelGroup::general),
    critical("ACUTE MI / STEMI", "Acute MI / STEMI", LabelGroup::infarctIschaemia),
    entry("INFERIOR-POSTERIOR INFARCT", "Inferior-posterior infarct", LabelGroup::infarctIschaemia),
    entry("NONSPECIFIC INTRAVENTRICULAR CONDUCTION DELAY",
          "Nonspecific intraventricular conduction delay", LabelGroup::conduction),
    entry("PREMATURE VENTRICULAR AND FUSION COMPLEXES",
          "Premature ventricular and fusion complexes", LabelGroup::rhythm),
    entry("IN A PATTERN OF BIGEMINY", "… in a pattern of bigeminy", LabelGroup::fragment),
    entry("AV DUAL-PACED RHYTHM", "AV dual-paced rhythm", LabelGroup::pacing),
    critical("SUPRAVENTRICULAR TACHYCARDIA", "Supraventricular tachycardia", LabelGroup::rhythm),
    entry("VENTRICULAR-PACED COMPLEXES", "Ventricular-paced complexes", LabelGroup::pacing),
    critical("WIDE QRS TACHYCARDIA", "Wide QRS tachycardia", LabelGroup::rhythm),
    entry("RSR' PATTERN IN V1", "RSR' pattern in V1", LabelGroup::conduction),
    entry("ST LESS DEPRESSED IN", "ST less depressed", LabelGroup::comparison),
    critical("VENTRICULAR TACHYCARDIA", "Ventricular tachycardia", LabelGroup::rhythm),
    entry("EARLY REPOLARIZATION", "Early repolarisation", LabelGroup::repolarisation),
    entry("ST MORE DEPRESSED IN", "ST more depressed", LabelGroup::comparison),
    entry("ANTEROLATERAL LEADS", "… anterolateral leads", LabelGroup::fragment),
    entry("ELECTRONIC DEMAND PACING", "Electronic demand pacing", LabelGroup::pacing),
    entry("RBBB AND LEFT ANTERIOR FASCICULAR BLOCK",
          "Right bundle branch block and left anterior fascicular block", LabelGroup::conduction),
    critical("LATERAL INJURY PATTERN", "Lateral injury pattern", LabelGroup::infarctIschaemia),
    entry("BIVENTRICULAR PACEMAKER DETECTED", "Biventricular pacemaker detected",
          LabelGroup::pacing),
    critical("SUSPECT UNSPECIFIED PACEMAKER FAILURE", "Suspected pacemaker failure, unspecified",
             LabelGroup::pacing),
    entry("WOLFF-PARKINSON-WHITE", "Wolff-Parkinson-White pattern", LabelGroup::conduction),
    entry("WITH VENTRICULAR ESCAPE COMPLEXES", "Ventricular escape complexes", LabelGroup::rhythm),
    critical("INFERIOR INJURY PATTERN", "Inferior injury pattern", LabelGroup::infarctIschaemia),
    critical("CONSIDER RIGHT VENTRICULAR INVOLVEMENT IN ACUTE INFERIOR INFARCT",
             "Consider right ventricular involvement in acute inferior infarct",
             LabelGroup::infarctIschaemia),
    critical("ST ELEVATION HAS REPLACED ST DEPRESSION IN",
             "ST elevation has replaced ST depression", LabelGroup::comparison),
    entry("NONSPECIFIC INTRAVENTRICULAR BLOCK", "Nonspecific intraventricular block",
          LabelGroup::conduction),
    entry("MASKED BY FASCICULAR BLOCK", "… masked by fascicular block", LabelGroup::fragment),
    entry("PEDIATRIC ECG ANALYSIS", "Paediatric ECG analysis", LabelGroup::general),
    entry("BLOCKED", "… blocked", LabelGroup::fragment),
    entry("WITH UNDETERMINED RHYTHM IRREGULARITY", "Undetermined rhythm irregularity",
          LabelGroup::rhythm),
    entry("LEFTWARD AXIS", "Leftward axis", LabelGroup::axis),
    entry("WITH 2ND DEGREE SA BLOCK MOBITZ I", "Second-degree SA block, Mobitz I",
          LabelGroup::conduction),
    critical("ACUTE", "… acute", LabelGroup::fragment),
    entry("ABNORMAL LEFT AXIS DEVIATION", "Abnormal left axis deviation", LabelGroup::axis),
    critical("WITH COMPLETE HEART BLOCK", "Complete heart block", LabelGroup::conduction),
    entry("NO P-WAVES FOUND", "No P waves found", LabelGroup::rhythm),
    entry("ST LESS ELEVATED IN", "ST less elevated", LabelGroup::comparison),
    entry("WITH RETROGRADE CONDUCTION", "… with retrograde conduction", LabelGroup::fragment),
    critical("ST MORE ELEVATED IN", "ST more elevated", LabelGroup::comparison),
    critical("JUNCTIONAL BRADYCARDIA", "Junctional bradycardia", LabelGroup::rhythm),
    entry("WITH VARIABLE AV BLOCK", "Variable AV block", LabelGroup::conduction),
    critical("ANTERIOR INJURY PATTERN", "Anterior injury pattern", LabelGroup::infarctIschaemia),
    entry("WITH JUNCTIONAL ESCAPE COMPLEXES", "Junctional escape complexes", LabelGroup::rhythm),
    critical("ACUTE MI", "Acute MI", LabelGroup::infarctIschaemia),
    critical("ACUTE PERICARDITIS", "Acute pericarditis", LabelGroup::repolarisation),
    entry("POSTERIOR INFARCT", "Posterior infarct", LabelGroup::infarctIschaemia),
    critical("IDIOVENTRICULAR RHYTHM", "Idioventricular rhythm", LabelGroup::rhythm),
    critical("WITH 2ND DEGREE SA BLOCK MOBITZ II", "Second-degree SA block, Mobitz II",
             LabelGroup::conduction),
    entry("R IN AVL", "… R wave in aVL", LabelGroup::fragment),
    entry("SINUS/ATRIAL CAPTURE", "Sinus or atrial capture", LabelGroup::rhythm),
    entry("AV DUAL-PACED COMPLEXES", "AV dual-paced complexes", LabelGroup::pacing),
    critical("INFEROLATERAL INJURY PATTERN", "Inferolateral injury pattern",
             LabelGroup::infarctIschaemia),
    entry("RBBB AND LEFT POSTERIOR FASCICULAR BLOCK",
          "Right bundle branch block and left posterior fascicular block", LabelGroup::conduction),
    critical("ANTEROLATERAL INJURY PATTERN", "Anterolateral injury pattern",
             LabelGroup::infarctIschaemia),
    entry("ATRIAL-PACED COMPLEXES", "Atrial-paced complexes", LabelGroup::pacing),
    critical("WITH SINUS PAUSE", "Sinus pause", LabelGroup::rhythm),
    entry("BIVENTRICULAR HYPERTROPHY", "Biventricular hypertrophy",
          LabelGroup::hypertrophyEnlargement),
    entry("ABNORMAL RIGHT AXIS DEVIATION", "Abnormal right axis deviation", LabelGroup::axis),
    entry("SUPRAVENTRICULAR COMPLEXES", "Supraventricular complexes", LabelGroup::rhythm),
    critical("WITH 2ND DEGREE AV BLOCK MOBITZ I", "Second-degree AV block, Mobitz I",
             LabelGroup::conduction),
    critical("WITH 2:1 AV CONDUCTION", "2:1 AV conduction", LabelGroup::conduction),
    critical("WITH AV DISSOCIATION", "AV dissociation", LabelGroup::conduction),
    entry("MULTIFOCAL ATRIAL TACHYCARDIA", "Multifocal atrial tachycardia", LabelGroup::rhythm),
}};

}  // namespace

const std::array<Label, 150>& founderLabels() { return labels; }

std::string_view groupName(LabelGroup group) {
  switch (group) {
    case LabelGroup::rhythm:
      return "Rhythm";
    case LabelGroup::conduction:
      return "Conduction";
    case LabelGroup::infarctIschaemia:
      return "Infarct and ischaemia";
    case LabelGroup::hypertrophyEnlargement:
      return "Hypertrophy and enlargement";
    case LabelGroup::axis:
      return "Axis";
    case LabelGroup::repolarisation:
      return "Repolarisation";
    case LabelGroup::pacing:
      return "Pacing";
    case LabelGroup::comparison:
      return "Comparison with an earlier ECG";
    case LabelGroup::fragment:
      return "Part of a statement";
    case LabelGroup::general:
      return "General";
  }
  return "";
}

}  // namespace founder
