// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/optionspanel.h"

#include "ui/plan/windoweditor.h"
#include "ui/shared/segmentedbutton.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QGridLayout>
#include <QIntValidator>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QTimeZone>

#include <array>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int titleWidth = 108;
constexpr int maxWeight = 1000;
constexpr int timeForced = 2;
// By segment; the words of the wire.
constexpr std::array wireTypes = { "forced"_L1, "soft"_L1, "timeforced"_L1, "downloadonly"_L1 };

} // namespace

OptionsPanel::OptionsPanel(const ServerFacts &server, QWidget *parent)
    : QWidget(parent)
    , m_type(new SegmentedButton(this))
    , m_window(new WindowEditor(this))
    , m_weight(new QLineEdit(this))
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(18, 10, 18, 10);
    grid->setHorizontalSpacing(0);
    grid->setVerticalSpacing(9);
    grid->setColumnMinimumWidth(0, titleWidth);
    grid->setColumnStretch(1, 1);

    m_type->setObjectName(u"type"_s);
    m_type->setAccessibleName(tr("Type"));
    m_type->addSegment(tr("forced"), tr("The device installs as soon as it hears of it."));
    m_type->addSegment(tr("soft"), tr("The device or its user decides when to install."));
    m_type->addSegment(tr("time-forced"), tr("Soft until a moment, forced from then on."));
    m_type->addSegment(
        tr("download only"), tr("The device downloads; whether it installs is its own affair."));
    addRow(grid, tr("Type"), m_type);
    m_forceTimeRow = newForceTime();
    addRow(grid, {}, m_forceTimeRow);
    addRow(grid, tr("Window"), m_window);

    m_weight->setObjectName(u"weight"_s);
    m_weight->setAccessibleName(tr("Weight"));
    m_weight->setPlaceholderText(tr("server's default"));
    m_weight->setValidator(new QIntValidator(0, maxWeight, m_weight));
    m_weight->setFixedWidth(140);
    m_weight->setToolTip(tr("0 to 1000; of several actions a device gets the heaviest first"));
    addRow(grid, tr("Weight"), m_weight);
    addRow(grid, tr("Confirmation"), newConfirmation(server));

    connect(m_type, &SegmentedButton::currentChanged, this, &OptionsPanel::updateForceTime);
    connect(m_forceTime, &QDateTimeEdit::dateTimeChanged, this, &OptionsPanel::updateForceTime);
    connect(m_zone, &QComboBox::currentIndexChanged, this, &OptionsPanel::updateForceTime);
    connect(m_weight, &QLineEdit::textChanged, this, &OptionsPanel::changed);
    connect(m_window, &WindowEditor::changed, this, &OptionsPanel::changed);
    updateForceTime();
}

void OptionsPanel::addRow(QGridLayout *grid, const QString &title, QWidget *field)
{
    const int row = grid->rowCount();
    if (!title.isEmpty()) {
        auto *label = new QLabel(title, this);
        label->setProperty("look", u"quiet"_s);
        label->setContentsMargins(0, 3, 0, 0);
        grid->addWidget(label, row, 0, Qt::AlignTop);
    }
    const bool isWide = field == m_window || field == m_forceTimeRow;
    grid->addWidget(field, row, 1, isWide ? Qt::Alignment() : Qt::AlignLeft);
}

QWidget *OptionsPanel::newForceTime()
{
    auto *row = new QWidget(this);
    auto *layout = new QGridLayout(row);
    layout->setContentsMargins({});
    layout->setVerticalSpacing(4);
    // Two weeks ahead: time enough for everybody who wants to choose the moment.
    m_forceTime = new QDateTimeEdit(QDateTime(QDate::currentDate().addDays(14), QTime(2, 0)), row);
    m_forceTime->setObjectName(u"forceTime"_s);
    m_forceTime->setAccessibleName(tr("Forced from"));
    m_forceTime->setDisplayFormat(u"ddd d MMM yyyy  HH:mm"_s);
    m_forceTime->setCalendarPopup(true);
    m_zone = new QComboBox(row);
    m_zone->setObjectName(u"zone"_s);
    m_zone->setAccessibleName(tr("Time zone"));
    m_zone->addItem(
        QString::fromUtf8(QTimeZone::systemTimeZoneId()), QTimeZone::systemTimeZoneId());
    if (QTimeZone::systemTimeZoneId() != "UTC")
        m_zone->addItem(u"UTC"_s, QByteArray("UTC"));
    m_forceTimeSentence = new QLabel(row);
    m_forceTimeSentence->setObjectName(u"forceTimeSentence"_s);
    m_forceTimeSentence->setProperty("look", u"secondary"_s);
    layout->addWidget(m_forceTime, 0, 0);
    layout->addWidget(m_zone, 0, 1);
    layout->setColumnStretch(2, 1);
    layout->addWidget(m_forceTimeSentence, 1, 0, 1, 3);
    return row;
}

QWidget *OptionsPanel::newConfirmation(const ServerFacts &server)
{
    if (!server.confirmationFlow()) {
        auto *label = new QLabel(tr("not required by this tenant"), this);
        label->setObjectName(u"confirmation"_s);
        label->setProperty("look", u"quiet"_s);
        label->setContentsMargins(0, 3, 0, 0);
        return label;
    }
    m_confirmation = new QCheckBox(tr("required before the device begins"), this);
    m_confirmation->setObjectName(u"confirmation"_s);
    m_confirmation->setChecked(true);
    return m_confirmation;
}

QDateTime OptionsPanel::forceTime() const
{
    return QDateTime(
        m_forceTime->date(), m_forceTime->time(), QTimeZone(m_zone->currentData().toByteArray()));
}

void OptionsPanel::updateForceTime()
{
    m_forceTimeRow->setVisible(m_type->currentIndex() == timeForced);
    const QDateTime utc = forceTime().toUTC();
    const QString utcText = QLocale().toString(utc, u"ddd d MMM yyyy HH:mm"_s);
    m_forceTimeSentence->setText(utc < QDateTime::currentDateTimeUtc()
            ? tr("that has passed: forced at once")
            : tr("soft until then; in UTC that is %1", "date and time").arg(utcText));
    emit changed();
}

AssignmentOptions OptionsPanel::options() const
{
    AssignmentOptions options{ .type = wireTypes.at(size_t(m_type->currentIndex())) };
    if (m_type->currentIndex() == timeForced)
        options.forceTime = forceTime().toUTC();
    if (!m_weight->text().isEmpty())
        options.weight = m_weight->text().toInt();
    if (m_confirmation)
        options.confirmationRequired = m_confirmation->isChecked();
    options.maintenanceWindow = m_window->window();
    return options;
}

QString OptionsPanel::problem() const
{
    if (!m_window->isValid())
        return tr("The maintenance window is not right yet.");
    if (!m_weight->text().isEmpty() && !m_weight->hasAcceptableInput())
        return tr("The weight is a number from 0 to %1.").arg(maxWeight);
    return {};
}

} // namespace falconer
