pragma ComponentBehavior: Bound
import QtQuick
import Serein.Ui
import Serein.Controls

// A participant's open battery, page by page.
FocusScope {
    id: screen

    required property AppModel app
    readonly property PatientModel patient: app.patient

    Stage {
        anchors.fill: parent
        focus: true
        shows: {
            switch (screen.patient.page) {
            case PatientModel.Breath:
                return breath;
            case PatientModel.Item:
                return question;
            case PatientModel.Review:
                return review;
            case PatientModel.Closing:
                return closing;
            default:
                return null;
            }
        }
    }

    Component {
        id: breath
        BreathPage {
            focus: true
            progress: screen.patient.progress
            title: screen.patient.title
            instruction: screen.patient.instruction
            questions: screen.patient.itemCount
            first: screen.patient.instrumentNumber <= 1
            calmText: screen.patient.calmText
            trouble: screen.patient.trouble
            languages: screen.patient.languages
            language: screen.patient.language
            textPercent: screen.patient.textPercent
            look: screen.patient.look
            canReadAloud: screen.patient.canReadAloud
            onLanguageChosen: id => screen.patient.chooseLanguage(id)
            onPreferred: (percent, look) => screen.patient.prefer(percent, look)
            onReadAloud: screen.patient.readAloud()
            onPaused: screen.app.cover()
            onOnward: screen.patient.begin()
        }
    }
    Component {
        id: question
        QuestionPage {
            id: page
            focus: true
            progress: screen.patient.progress
            number: screen.patient.itemNumber
            count: screen.patient.itemCount
            canGoBack: screen.patient.canGoBack
            declined: screen.patient.declined
            itemId: screen.patient.itemId
            type: screen.patient.itemType
            display: screen.patient.itemDisplay
            recall: stem.startsWith(screen.patient.recall) ? stem : screen.patient.recall
            question: screen.patient.question
            help: screen.patient.help
            options: screen.patient.options
            scaleMin: screen.patient.scaleMin
            scaleMax: screen.patient.scaleMax
            low: screen.patient.lowAnchor
            high: screen.patient.highAnchor
            unit: screen.patient.unit
            decimals: screen.patient.decimals
            numberMin: screen.patient.numberMin
            numberMax: screen.patient.numberMax
            mayStayEmpty: screen.patient.itemOptional
            asksReason: screen.patient.declineAsksReason
            answer: screen.patient.answer
            answered: screen.patient.answered
            trouble: screen.patient.trouble
            // An instruction that opens with the recall is the published stem of every question ("Over the last 2 weeks, how often …?").
            readonly property string stem: screen.patient.instruction
            onGave: value => screen.patient.give(value)
            textPercent: screen.patient.textPercent
            look: screen.patient.look
            canReadAloud: screen.patient.canReadAloud
            onPreferred: (percent, look) => screen.patient.prefer(percent, look)
            onReadAloud: screen.patient.readAloud()
            onDeclining: reason => screen.patient.decline(reason)
            onMoveOn: screen.patient.next()
            onBack: {
                page.flush();
                screen.patient.back();
            }
            onPaused: {
                page.flush();
                screen.app.cover();
            }
        }
    }
    Component {
        id: review
        ReviewPage {
            focus: true
            progress: screen.patient.progress
            canGoBack: screen.patient.canGoBack
            rows: screen.patient.review
            trouble: screen.patient.trouble
            checks: screen.patient.checks
            textPercent: screen.patient.textPercent
            look: screen.patient.look
            onPreferred: (percent, look) => screen.patient.prefer(percent, look)
            onKeep: check => screen.patient.keepCheck(check)
            onVisit: item => screen.patient.goTo(item)
            onBack: screen.patient.back()
            onPaused: screen.app.cover()
            onSubmit: screen.patient.submit()
        }
    }
    Component {
        id: closing
        CoverScreen {
            app: screen.app
        }
    }
}
